package vdcsim.hardware.cpu;

import java.util.List;

/**
 * How long a processor takes to come out of idleness: the longer it sleeps, the deeper, and the
 * longer it takes. It is taken to know how long it will sleep, as the governor guesses from what
 * came before.
 *
 * @param states the lightest first
 */
public record IdleStates(List<State> states) {
  /** A processor that is always ready. */
  public static final IdleStates NONE = new IdleStates(List.of());

  /**
   * A state of idleness.
   *
   * @param residencyNs the shortest sleep for which it is taken
   * @param exitNs how long it takes to come out of it
   */
  public record State(long residencyNs, long exitNs) {}

  public IdleStates {
    states = List.copyOf(states);
  }

  /** A state in microseconds. */
  public static State us(long residency, long exit) {
    return new State(1000 * residency, 1000 * exit);
  }

  /** How long it takes to come out of a sleep of {@code idleNs}. */
  long exitNs(long idleNs) {
    long exit = 0;
    for (int i = 0; i < states.size() && states.get(i).residencyNs() <= idleNs; i++) {
      exit = states.get(i).exitNs();
    }
    return exit;
  }
}
