package vdcsim.network.tcp;

import vdcsim.network.tcp.SendTimer.Purpose;
import vdcsim.network.tcp.congestion.CongestionWindow;

/**
 * Finds losses, repairs them, and reduces the window for them (Linux, {@code tcp_input.c}: {@code
 * tcp_fastretrans_alert}): RACK and tail loss probes (RFC 8985) with selective acknowledgements,
 * NewReno (RFC 6582) without, proportional rate reduction (RFC 6937), F-RTO (RFC 5682), and undoing
 * by timestamps (RFC 3522) and by duplicates that are reported (RFC 3708).
 */
final class LossRecovery {
  /** What is known of the segments on their way (Linux, {@code icsk_ca_state}). */
  enum State {
    OPEN,
    DISORDER,
    REDUCTION,
    RECOVERY,
    LOSS
  }

  private enum Resend {
    NOTHING,
    LOST,
    NEW
  }

  /** Two ticks of the kernel's clock at 1000 Hz (Linux, {@code TCP_TIMEOUT_MIN}). */
  static final long LEAST_TIMEOUT_NS = 2_000_000L;

  private final SendSide send;
  private final Scoreboard board;
  private final CongestionWindow window;
  private final TcpConnection connection;
  final Rack rack;
  private final RateReduction reduction;
  final Undo undo;
  final TailLossProbe probe;
  final LossDetector detector;
  final Repair repair;
  private final ForwardRecovery forward;
  final TimeOut timeOut;
  private State state = State.OPEN;
  private long high;

  /** Whether the acknowledgement answers what was sent before the first repair (RFC 3522). */
  private boolean answersOriginal;

  private Resend resend = Resend.NOTHING;

  LossRecovery(SendSide send, TcpConnection connection) {
    this.send = send;
    this.board = send.board;
    this.window = send.window;
    this.connection = connection;
    this.rack = new Rack(send.roundTrip);
    this.reduction = new RateReduction(send);
    this.undo = new Undo(send, rack);
    this.probe = new TailLossProbe(send, this, connection);
    this.detector = new LossDetector(send, rack, connection);
    this.repair = new Repair(send, detector, this);
    this.forward = new ForwardRecovery(send);
    this.timeOut = new TimeOut(send, this, connection);
  }

  /** Whether a loss at the end may be probed for. */
  boolean mayProbe() {
    return state == State.OPEN || state == State.REDUCTION;
  }

  /** A probe has repaired a loss: the window is reduced once, at once. */
  void reduceForProbe() {
    beginReduction();
    state = State.REDUCTION;
    endReduction();
    keepOpen();
  }

  /** What is known of the segments on their way. */
  State state() {
    return state;
  }

  /** What had been sent when the present state began. */
  long highest() {
    return high;
  }

  boolean isReducing() {
    return state == State.REDUCTION || state == State.RECOVERY;
  }

  /** New segments have gone out. */
  void sent(int segments) {
    if (isReducing()) {
      reduction.sent(segments);
    }
  }

  /** Where growth would end if the window were restarted now (Linux, tcp_current_ssthresh). */
  int currentThreshold() {
    return isReducing()
        ? window.threshold()
        : Math.max(window.threshold(), window.size() / 2 + window.size() / 4);
  }

  /** Segments from {@code low} on have arrived late: they were overtaken, not lost. */
  void checkReordering(long low) {
    if (state != State.LOSS || undo.isArmed()) {
      detector.checkReordering(low);
    }
  }

  /** The other side reports that it got something twice. */
  void duplicateArrived(long start, long end, long before) {
    undo.duplicate(start, end, before);
    rack.duplicate(send.now());
    probe.duplicateArrived(end);
  }

  /** Everything that follows from an acknowledgement (Linux, the second half of tcp_ack). */
  void acknowledged(AckNews news, long before) {
    resend = Resend.NOTHING;
    answersOriginal =
        news.echoedMs >= 0
            && repair.firstResentNs() >= 0
            && news.echoedMs < repair.firstResentNs() / 1_000_000;
    if (news.advanced) {
      timeOut.forget();
    }
    if (probe.isOut()) {
      probe.end(news);
    }
    boolean dubious = news.isDuplicateAck() || news.sacked || news.duplicate || state != State.OPEN;
    if (dubious) {
      alert(news, before);
    }
    if (news.restartTimer && !probe.schedule(true)) {
      timeOut.restart();
    }
    if (isReducing()) {
      reduction.acknowledged(news);
    } else if (news.removed > 0 || (detector.seesMuchReordering() && news.sacked)) {
      send.control.acknowledged(window, news.delivered, send);
    }
    carryOut();
  }

  private void carryOut() {
    if (resend == Resend.NEW) {
      send.push(true);
      if (send.next > high) {
        return;
      }
      forward.giveUp();
    }
    if (resend != Resend.NOTHING) {
      repair.resendLost();
    }
  }

  private void alert(AckNews news, long before) {
    if (detector.reneged()) {
      return;
    }
    boolean plainDuplicate = news.isDuplicateAck() && !news.duplicate;
    if (state == State.OPEN) {
      repair.forget();
    } else if (send.unacknowledged >= high && leave()) {
      return;
    }
    switch (state) {
      case RECOVERY -> inRecovery(news, before, plainDuplicate);
      case LOSS -> inLoss(news, plainDuplicate);
      case OPEN, DISORDER, REDUCTION -> inOrder(news, plainDuplicate);
    }
  }

  /** All that was sent before the trouble has been acknowledged; returns whether that is all. */
  private boolean leave() {
    if (state == State.REDUCTION) {
      if (send.unacknowledged != high) {
        endReduction();
        state = State.OPEN;
      }
    } else if (state == State.RECOVERY) {
      if (!connection.usesSack()) {
        board.assumeSacked(0);
      }
      if (tryUndoRecovery()) {
        return true;
      }
      endReduction();
    }
    return false;
  }

  private void endReduction() {
    if (window.threshold() < CongestionWindow.INFINITE
        && (state == State.REDUCTION || undo.isArmed())) {
      window.resize(window.threshold());
    }
  }

  private boolean tryUndoRecovery() {
    if (undo.isDue(answersOriginal)) {
      undo.restore(false);
    } else {
      rack.recovered();
    }
    if (send.unacknowledged == high && !connection.usesSack()) {
      // RFC 6582, 4.1: hold on, so that duplicates of this number begin no new recovery.
      repair.forgetIfDone();
      return true;
    }
    state = State.OPEN;
    return false;
  }

  private void inRecovery(AckNews news, long before, boolean plainDuplicate) {
    if (!news.advanced) {
      detector.assumeSacked(plainDuplicate, news);
    } else if (tryUndoPartly(before)) {
      return;
    }
    if (undo.isDueByDuplicates()) {
      undo.restore(false);
      tryToOpen();
    }
    detector.find(state, news);
    if (state != State.RECOVERY) {
      if (board.lost() == 0) {
        tryToOpen();
        return;
      }
      enterRecovery();
    }
    resend = Resend.LOST;
  }

  /** A hole was filled by what was sent first: nothing was lost (RFC 3522). */
  private boolean tryUndoPartly(long before) {
    if (!undo.isArmed() || !answersOriginal) {
      return false;
    }
    detector.checkReordering(before);
    rack.seeReordering();
    if (board.retransmitted() > 0) {
      return true;
    }
    repair.forgetIfDone();
    undo.restore(true);
    keepOpen();
    return false;
  }

  private void inLoss(AckNews news, boolean plainDuplicate) {
    if (news.advanced && undo.isDue(answersOriginal)) {
      leaveLoss(connection.usesSack());
    } else {
      switch (forward.judge(news, plainDuplicate, high)) {
        case TOO_EARLY -> leaveLoss(true);
        case TRY_NEW -> resend = Resend.NEW;
        case RECOVERED -> tryUndoRecovery();
        case RESEND -> {
          detector.countAfterTimeOut(send.next > high && plainDuplicate, news);
          resend = Resend.LOST;
        }
      }
    }
    detector.find(state, news);
    if (state == State.OPEN || news.copyLost) {
      afterMarking();
    }
  }

  private void leaveLoss(boolean open) {
    undo.restore(true);
    timeOut.forget();
    if (open) {
      state = State.OPEN;
    }
  }

  private void inOrder(AckNews news, boolean plainDuplicate) {
    beforeMarking(news, plainDuplicate);
    detector.find(state, news);
    afterMarking();
  }

  private void beforeMarking(AckNews news, boolean plainDuplicate) {
    if (!connection.usesSack()) {
      if (news.advanced) {
        board.assumeSacked(0);
      }
      detector.assumeSacked(plainDuplicate, news);
    }
    if (state.compareTo(State.DISORDER) <= 0 && undo.isDueByDuplicates()) {
      undo.restore(false);
    }
  }

  private void afterMarking() {
    if (board.lost() == 0) {
      tryToOpen();
      return;
    }
    enterRecovery();
    resend = Resend.LOST;
  }

  private void tryToOpen() {
    repair.forgetIfDone();
    if (state != State.REDUCTION) {
      keepOpen();
    }
  }

  private void keepOpen() {
    boolean disorder = board.sacked() + board.lost() > 0 || repair.anyResent();
    State wanted = disorder ? State.DISORDER : State.OPEN;
    if (state != wanted) {
      state = wanted;
      high = send.next;
    }
  }

  private void enterRecovery() {
    undo.arm(board.retransmitted());
    if (!isReducing()) {
      undo.remember(currentThreshold());
      beginReduction();
    }
    state = State.RECOVERY;
    connection.meter().recovery();
  }

  private void beginReduction() {
    high = send.next;
    probe.forget();
    reduction.begin();
    window.beginReduction(send.control.thresholdAfterLoss(window));
  }

  /** The wait for overtaken segments is over (RFC 8985, 6.3). */
  void reorderingTimeOut() {
    AckNews news = new AckNews();
    int before = board.inFlight();
    detector.markOvertaken(state, news);
    if (board.inFlight() != before) {
      if (state != State.RECOVERY) {
        enterRecovery();
        reduction.force();
      }
      repair.resendLost();
    }
    if (send.timer.purpose() != Purpose.RETRANSMIT) {
      timeOut.restart();
    }
  }

  /** The retransmission time-out has expired (Linux, {@code tcp_enter_loss}). */
  void enterLoss(boolean again) {
    boolean renewed = state.compareTo(State.RECOVERY) < 0;
    detector.markTimedOut();
    if (state.compareTo(State.DISORDER) <= 0
        || high <= send.unacknowledged
        || (state == State.LOSS && !again)) {
      undo.remember(currentThreshold());
      window.beginReduction(send.control.thresholdAfterLoss(window));
      send.control.timedOut(send);
      undo.arm(board.retransmitted());
    }
    window.resize(board.inFlight() + 1);
    window.resetCount();
    if (state.compareTo(State.DISORDER) <= 0) {
      detector.expectLessReordering();
    }
    state = State.LOSS;
    high = send.next;
    probe.forget();
    forward.begin(connection.usesSack() && (renewed || again));
  }

  /** Segments have become shorter: those that are too long are sent again, without reduction. */
  void resendTooLong() {
    if (!detector.markTooLong()) {
      return;
    }
    if (state != State.LOSS) {
      high = send.next;
      window.moveThreshold(currentThreshold());
      undo.disarm();
      state = State.LOSS;
    }
    repair.resendLost();
  }
}
