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
   * @param besideAwakeNs how long that takes while another core of the same socket is awake
   */
  public record State(long residencyNs, long exitNs, long besideAwakeNs) {}

  public IdleStates {
    states = List.copyOf(states);
  }

  /** A state of one core, in microseconds. */
  public static State us(long residency, long exit) {
    return new State(1000 * residency, 1000 * exit, 1000 * exit);
  }

  /**
   * A state that a socket takes as a whole, with the lowest clock and voltage, once all its cores
   * ask for it (Intel, datasheet of the Xeon E5-2600, volume 1, 4.2.5.2, package C1E); until then a
   * core is in one that it leaves sooner. In microseconds.
   */
  public static State ofSocketUs(long residency, long exit, long besideAwake) {
    return new State(1000 * residency, 1000 * exit, 1000 * besideAwake);
  }

  /**
   * How long it takes to come out of a sleep of {@code idleNs}.
   *
   * @param besideAwake whether another core of the same socket is awake
   */
  long exitNs(long idleNs, boolean besideAwake) {
    long exit = 0;
    for (int i = 0; i < states.size() && states.get(i).residencyNs() <= idleNs; i++) {
      State state = states.get(i);
      exit = besideAwake ? state.besideAwakeNs() : state.exitNs();
    }
    return exit;
  }

  boolean isNone() {
    return states.isEmpty();
  }
}
