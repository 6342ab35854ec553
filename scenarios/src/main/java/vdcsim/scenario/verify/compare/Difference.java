package vdcsim.scenario.verify.compare;

/**
 * An entry that is not as it was recorded.
 *
 * @param phase in which state, as {@code after event 0}
 * @param path the entry
 * @param expected what was recorded; {@link #NOTHING} where nothing was
 * @param actual what the run shows; {@link #NOTHING} where it shows nothing
 */
public record Difference(String phase, String path, String expected, String actual) {
  /** Stands for an entry that is missing on one side. */
  public static final String NOTHING = "(nothing)";
}
