package vdcsim.network.tcp;

/** Takes a reduction back where nothing was lost after all (RFC 3522, RFC 3708). */
final class Undo {
  private static final int NOTHING_SENT = -1;

  private final SendSide send;
  private final Rack rack;
  private long marker = -1;
  private int outstanding = NOTHING_SENT;
  private int threshold;

  Undo(SendSide send, Rack rack) {
    this.send = send;
    this.rack = rack;
  }

  /** A repair begins. */
  void arm(int copiesOut) {
    marker = send.unacknowledged;
    outstanding = copiesOut > 0 ? copiesOut : NOTHING_SENT;
  }

  /** The threshold before a reduction. */
  void remember(int newThreshold) {
    threshold = newThreshold;
  }

  void disarm() {
    marker = -1;
  }

  boolean isArmed() {
    return marker >= 0;
  }

  /** Something was sent again. */
  void resent() {
    outstanding = Math.max(0, outstanding) + 1;
  }

  /** The other side got something twice. */
  void duplicate(long start, long end, long before) {
    if (isArmed() && outstanding > 0 && end > marker && end <= Math.max(before, send.next)) {
      long segments = Math.max(1, (end - start) / send.segmentSize);
      outstanding = (int) Math.max(0, outstanding - segments);
    }
  }

  /** Whether everything that was sent again arrived twice. */
  boolean isDueByDuplicates() {
    return isArmed() && outstanding == 0;
  }

  /** The same, or else an acknowledgement answers a segment from before the first repair. */
  boolean isDue(boolean answersOriginal) {
    return isArmed() && (outstanding == 0 || answersOriginal);
  }

  /** Restores window and threshold; perhaps what was taken for lost, too. */
  void restore(boolean lostAsWell) {
    if (lostAsWell) {
      send.board.forgetLost();
    }
    if (threshold > 0) {
      send.window.resize(send.control.windowAfterUndo(send.window));
      send.window.moveThreshold(Math.max(threshold, send.window.threshold()));
    }
    disarm();
    rack.lookAgain();
  }
}
