package vdcsim.hypervisor.memory.overcommit.guest;

/** Something that runs in a guest, and touches its memory. */
public interface GuestThread {
  /** It has nothing to do for {@link #pauseNs()}. */
  int PAUSE = -1;

  /** It has ended. */
  int END = -2;

  /** The piece of memory that it touches next, or {@link #PAUSE}, or {@link #END}. */
  int next();

  /** Whether the piece of the last {@link #next} is written. */
  boolean writes();

  /** How many pieces behind that of the last {@link #next} it uses next, in order. */
  int ahead();

  /** Cycles that it computes for with the piece of the last {@link #next}. */
  long cycles();

  /** How long it pauses. */
  long pauseNs();
}
