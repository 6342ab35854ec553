package vdcsim.kernel.world;

/**
 * Something that can stand in a section.
 *
 * @param section the section's name
 * @param type what {@code type:} says; empty when the section has this one kind only
 * @param doc what it is, in one sentence
 * @param spec the record that a scenario fills
 * @param maker makes it
 */
public record Kind<S extends Record>(
    String section, String type, String doc, Class<S> spec, Maker<S> maker) {

  /** Makes a named thing from its spec, and adds it to the world. */
  @FunctionalInterface
  public interface Maker<S> {
    /**
     * The first pass.
     *
     * @throws vdcsim.kernel.spec.Refusal when the spec asks for what cannot be
     */
    Wiring make(String name, S spec, World world);
  }
}
