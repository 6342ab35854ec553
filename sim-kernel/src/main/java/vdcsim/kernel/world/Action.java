package vdcsim.kernel.world;

/**
 * Something that can happen on the time line, as {@code fail}.
 *
 * @param key the key in an item of {@code events:}
 * @param doc what happens, in one sentence
 * @param spec the record that stands there
 * @param planner finds the things that it speaks of
 */
public record Action<S extends Record>(String key, String doc, Class<S> spec, Planner<S> planner) {

  /** Turns a spec into what happens. */
  @FunctionalInterface
  public interface Planner<S> {
    /**
     * Runs when the whole world is connected; what it returns runs at the event's instant.
     *
     * @throws vdcsim.kernel.spec.Refusal when the spec names what is not there
     */
    Runnable plan(S spec, World world);
  }
}
