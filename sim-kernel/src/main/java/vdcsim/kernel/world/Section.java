package vdcsim.kernel.world;

/**
 * A top-level key of a scenario.
 *
 * @param name in kebab case, as {@code switches}
 * @param doc what stands in it, in one sentence
 * @param form how its things are written
 */
public record Section(String name, String doc, Form form) {

  /** How the things of a section are written. */
  public enum Form {
    /** A map from name to thing. */
    NAMED,
    /** A list of things; each is named by the value of its shorthand key. */
    LISTED
  }
}
