package vdcsim.kernel.metric;

/**
 * A state that was entered, and the one before it. Things that enter the same states at the same
 * times share their visits, as the machines that are all started at the beginning do
 * (DatacentreScale: 24 bytes a log, with arrays of its own 88).
 */
final class Visit {
  private static final long NEVER = -1;

  private final Visit before;
  private final long timeNs;
  private final String state;

  /** The one that was last made behind this one; itself where there is none. */
  private Visit latest = this;

  /** What is before all states. */
  Visit() {
    this.before = this;
    this.timeNs = NEVER;
    this.state = "";
  }

  private Visit(Visit before, long timeNs, String state) {
    this.before = before;
    this.timeNs = timeNs;
    this.state = state;
  }

  /** The visit that follows this one when another state is entered at {@code newTimeNs}. */
  Visit then(long newTimeNs, String newState) {
    if (latest.timeNs != newTimeNs || !latest.is(newState)) {
      latest = new Visit(this, newTimeNs, newState);
    }
    return latest;
  }

  /** Whether it is one of this state. */
  boolean is(String asked) {
    return timeNs != NEVER && state.equals(asked);
  }

  /** Whether nothing was entered yet. */
  boolean isNone() {
    return timeNs == NEVER;
  }

  Visit before() {
    return before;
  }

  long timeNs() {
    return timeNs;
  }

  String state() {
    return state;
  }
}
