package vdcsim.network.tcp;

import java.time.Duration;
import vdcsim.kernel.Simulation;
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

  private static final int REORDERING = 3;
  private static final int MOST_REORDERING = 300;

  /** Two ticks of the kernel's clock at 1000 Hz (Linux, {@code TCP_TIMEOUT_MIN}). */
  private static final long LEAST_TIMEOUT_NS = 2_000_000L;

  /** Linux: 15 retransmissions (net.ipv4.tcp_retries2) from 200 ms on take 924.6 s. */
  private static final long GIVE_UP_NS = 924_600_000_000L;

  private final SendSide send;
  private final Scoreboard board;
  private final CongestionWindow window;
  private final RoundTrip roundTrip;
  private final Simulation simulation;
  private final TcpConnection connection;
  private final Rack rack;
  private final RateReduction reduction;
  private final Undo undo;
  private State state = State.OPEN;
  private long high;
  private int reordering = REORDERING;
  private boolean forwardRecovery;
  private int timeOuts;
  private int backOff;
  private long firstResentNs = -1;
  private long probeHigh = -1;
  private boolean probeResent;
  private long hint;

  /** Whether the acknowledgement answers what was sent before the first repair (RFC 3522). */
  private boolean answersOriginal;

  private Resend resend = Resend.NOTHING;

  LossRecovery(SendSide send, Simulation simulation, TcpConnection connection) {
    this.send = send;
    this.board = send.board;
    this.window = send.window;
    this.roundTrip = send.roundTrip;
    this.simulation = simulation;
    this.connection = connection;
    this.rack = new Rack(roundTrip);
    this.reduction = new RateReduction(send);
    this.undo = new Undo(send, rack);
  }

  Rack rack() {
    return rack;
  }

  State state() {
    return state;
  }

  boolean isOpen() {
    return state == State.OPEN;
  }

  /** Whether new segments may wait for each other. */
  boolean mayWait() {
    return state.compareTo(State.RECOVERY) < 0;
  }

  /** What had been sent when the present state began. */
  long highest() {
    return high;
  }

  private boolean isReducing() {
    return state == State.REDUCTION || state == State.RECOVERY;
  }

  /** The retransmission time-out, backed off as often as it has expired (RFC 6298, 5.5). */
  long timeOutNs() {
    return Math.min(RoundTrip.MOST_NS, roundTrip.timeOutNs() << Math.min(backOff, 16));
  }

  /** A round trip was measured: back to the plain time-out. */
  void measured() {
    backOff = 0;
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
    long distance = board.highestSacked() - low;
    if (distance <= 0 || (state == State.LOSS && !undo.isArmed())) {
      return;
    }
    int segments = (int) ((distance + send.segmentSize - 1) / send.segmentSize);
    reordering = Math.max(reordering, Math.min(segments, MOST_REORDERING));
    rack.seeReordering();
  }

  /** The other side reports that it got something twice. */
  void duplicateArrived(long start, long end, long before) {
    undo.duplicate(start, end, before);
    rack.duplicate(simulation.now());
    if (probeHigh == end && probeResent) {
      probeHigh = -1;
    }
  }

  /** Everything that follows from an acknowledgement (Linux, the second half of tcp_ack). */
  void acknowledged(AckNews news, long before) {
    resend = Resend.NOTHING;
    answersOriginal =
        news.echoedMs >= 0 && firstResentNs >= 0 && news.echoedMs < firstResentNs / 1_000_000;
    if (news.advanced) {
      timeOuts = 0;
    }
    if (probeHigh >= 0) {
      endProbe(news);
    }
    boolean dubious = news.isDuplicateAck() || news.sacked || news.duplicate || state != State.OPEN;
    if (dubious) {
      alert(news, before);
    }
    if (news.restartTimer && !scheduleProbe(true)) {
      restartTimer();
    }
    if (isReducing()) {
      reduction.acknowledged(news);
    } else if (news.removed > 0 || (reordering > REORDERING && news.sacked)) {
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
      forwardRecovery = false;
    }
    if (resend != Resend.NOTHING) {
      resendLost();
    }
  }

  private void alert(AckNews news, long before) {
    if (reneged()) {
      return;
    }
    boolean plainDuplicate = news.isDuplicateAck() && !news.duplicate;
    if (state == State.OPEN) {
      firstResentNs = -1;
    } else if (send.unacknowledged >= high && leave()) {
      return;
    }
    switch (state) {
      case RECOVERY -> inRecovery(news, before, plainDuplicate);
      case LOSS -> inLoss(news, plainDuplicate);
      case OPEN, DISORDER, REDUCTION -> inOrder(news, plainDuplicate);
    }
  }

  /** RFC 2018, 8: the first segment cannot have arrived while it is not acknowledged by number. */
  private boolean reneged() {
    if (board.isEmpty() || !connection.usesSack() || !board.isSacked(board.head())) {
      return false;
    }
    board.forgetSacked();
    send.timer.start(Purpose.RETRANSMIT, Math.max(LEAST_TIMEOUT_NS, roundTrip.smoothedNs() / 2));
    return true;
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
    undo.disarm();
    if (send.unacknowledged == high && !connection.usesSack()) {
      // RFC 6582, 4.1: hold on, so that duplicates of this number begin no new recovery.
      if (!anyResent()) {
        firstResentNs = -1;
      }
      return true;
    }
    state = State.OPEN;
    return false;
  }

  private void inRecovery(AckNews news, long before, boolean plainDuplicate) {
    if (!news.advanced) {
      assumeSacked(plainDuplicate, news);
    } else if (tryUndoPartly(before)) {
      return;
    }
    if (undo.isDueByDuplicates()) {
      undo.restore(false);
      tryToOpen();
    }
    findLost(news);
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
    checkReordering(before);
    rack.seeReordering();
    if (board.retransmitted() > 0) {
      return true;
    }
    if (!anyResent()) {
      firstResentNs = -1;
    }
    undo.restore(true);
    keepOpen();
    return false;
  }

  private void inLoss(AckNews news, boolean plainDuplicate) {
    processLoss(news, plainDuplicate);
    findLost(news);
    if (state == State.OPEN || news.copyLost) {
      inOrderAfterMarking();
    }
  }

  /** RFC 5682, 3.1 with selective acknowledgements (Linux, {@code tcp_process_loss}). */
  private void processLoss(AckNews news, boolean plainDuplicate) {
    boolean recovered = send.unacknowledged >= high;
    if (news.advanced && undo.isDue(answersOriginal)) {
      leaveLoss(connection.usesSack());
      return;
    }
    if (forwardRecovery) {
      if (news.original) {
        leaveLoss(true);
        return;
      }
      if (send.next > high) {
        forwardRecovery &= !news.sacked && !plainDuplicate;
      } else if (news.advanced && !recovered) {
        high = send.next;
        if (send.hasUnsent() && send.windowEnd() > send.next) {
          resend = Resend.NEW;
          return;
        }
        forwardRecovery = false;
      }
    }
    if (recovered) {
      tryUndoRecovery();
      return;
    }
    if (!connection.usesSack()) {
      if (send.next > high && plainDuplicate) {
        assumeSacked(true, news);
      } else if (news.advanced) {
        board.assumeSacked(0);
      }
    }
    resend = Resend.LOST;
  }

  private void leaveLoss(boolean open) {
    undo.restore(true);
    timeOuts = 0;
    if (open) {
      state = State.OPEN;
    }
  }

  private void inOrder(AckNews news, boolean plainDuplicate) {
    inOrderBeforeMarking(news, plainDuplicate);
    findLost(news);
    inOrderAfterMarking();
  }

  private void inOrderBeforeMarking(AckNews news, boolean plainDuplicate) {
    if (!connection.usesSack()) {
      if (news.advanced) {
        board.assumeSacked(0);
      }
      assumeSacked(plainDuplicate, news);
    }
    if (state.compareTo(State.DISORDER) <= 0 && undo.isDueByDuplicates()) {
      undo.restore(false);
    }
  }

  private void inOrderAfterMarking() {
    if (board.lost() == 0) {
      tryToOpen();
      return;
    }
    enterRecovery();
    resend = Resend.LOST;
  }

  private void tryToOpen() {
    if (!anyResent()) {
      firstResentNs = -1;
    }
    if (state != State.REDUCTION) {
      keepOpen();
    }
  }

  private void keepOpen() {
    boolean disorder = board.sacked() + board.lost() > 0 || anyResent();
    State wanted = disorder ? State.DISORDER : State.OPEN;
    if (state != wanted) {
      state = wanted;
      high = send.next;
    }
  }

  private boolean anyResent() {
    return board.retransmitted() > 0
        || (!board.isEmpty() && board.wasEverRetransmitted(board.head()));
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
    probeHigh = -1;
    reduction.begin();
    window.beginReduction(send.control.thresholdAfterLoss(window));
  }

  /** Without selective acknowledgements each duplicate says that a segment has arrived. */
  private void assumeSacked(boolean duplicate, AckNews news) {
    if (duplicate && !connection.usesSack()) {
      int holes = Math.max(1, board.lost());
      int most = Math.max(0, board.size() - holes);
      int before = board.sacked();
      board.assumeSacked(Math.min(most, before + 1));
      news.delivered += Math.max(0, board.sacked() - before);
    }
  }

  /** Segments were acknowledged by number: one filled a hole, the others had arrived before. */
  void removeAssumed(int removed, AckNews news) {
    news.delivered += Math.max(1, removed - board.sacked());
    board.assumeSacked(Math.max(0, board.sacked() - (removed - 1)));
    int holes = Math.max(1, board.lost());
    board.assumeSacked(Math.min(board.sacked(), Math.max(0, board.size() - holes)));
    if (news.retransmitted) {
      news.original = false;
    }
  }

  private void findLost(AckNews news) {
    if (board.isEmpty()) {
      return;
    }
    if (!connection.usesSack()) {
      findLostByDuplicates(news);
    } else if (rack.takeAdvance()) {
      int copies = board.retransmitted();
      long wait = markOvertaken(news);
      news.copyLost |= board.retransmitted() < copies;
      if (wait > 0) {
        send.timer.start(Purpose.REORDER, wait + LEAST_TIMEOUT_NS);
        news.restartTimer = false;
      }
    }
  }

  /** RFC 6582, 3.2: three duplicates, or an acknowledgement of a part during recovery. */
  private void findLostByDuplicates(AckNews news) {
    boolean partial = state == State.RECOVERY && news.advanced;
    boolean enough = state.compareTo(State.RECOVERY) < 0 && board.sacked() >= reordering;
    if ((partial || enough) && !board.isLost(board.head())) {
      markLost(board.head(), news);
    }
  }

  /** RFC 8985, 6.2, step 5; returns how long to wait for those that may still come. */
  private long markOvertaken(AckNews news) {
    long now = simulation.now();
    boolean recovering = state.compareTo(State.RECOVERY) >= 0;
    long windowNs = rack.windowNs(recovering, board.sacked(), reordering);
    long wait = 0;
    long i = board.earliest();
    while (i != Scoreboard.NONE && rack.isOvertaken(board, i)) {
      long following = board.sentAfter(i);
      long left = rack.leftNs(board, i, now, windowNs);
      if (left <= 0) {
        markLost(i, news);
      } else {
        wait = Math.max(wait, left);
      }
      i = following;
    }
    return wait;
  }

  private void markLost(long index, AckNews news) {
    if (board.markLost(index)) {
      news.lost++;
      hint = Math.min(hint, index);
    }
  }

  /** Sends again what is lost, as far as the window allows. */
  private void resendLost() {
    boolean restart = false;
    long i = Math.max(hint, board.head());
    while (i < board.tail()
        && board.retransmitted() < board.lost()
        && board.inFlight() < window.size()) {
      if (board.isLost(i) && !board.isRetransmitted(i)) {
        if (board.start(i) >= send.windowEnd() && i != board.head()) {
          break;
        }
        again(i);
        restart |= i == board.head() && send.timer.purpose() != Purpose.REORDER;
      }
      i++;
    }
    hint = i;
    if (restart) {
      send.timer.start(Purpose.RETRANSMIT, timeOutNs());
    }
  }

  private void again(long index) {
    if (firstResentNs < 0) {
      firstResentNs = simulation.now();
    }
    undo.resent();
    send.resend(index);
    if (isReducing()) {
      reduction.sent(1);
    }
  }

  /** The wait for overtaken segments is over (RFC 8985, 6.3). */
  void reorderingTimeOut() {
    AckNews news = new AckNews();
    news.reset();
    int before = board.inFlight();
    markOvertaken(news);
    if (board.inFlight() != before) {
      if (state != State.RECOVERY) {
        enterRecovery();
        reduction.force();
      }
      resendLost();
    }
    if (send.timer.purpose() != Purpose.RETRANSMIT) {
      restartTimer();
    }
  }

  /** RFC 6298, 5.4 to 5.6. */
  void retransmissionTimeOut() {
    if (board.isEmpty()) {
      return;
    }
    if (isTooLate()) {
      connection.end(TcpEnding.TIMED_OUT);
      return;
    }
    enterLoss();
    timeOuts++;
    connection.timedOut();
    again(board.head());
    backOff++;
    send.timer.start(Purpose.RETRANSMIT, timeOutNs());
  }

  private boolean isTooLate() {
    long limitNs = connection.settings().userTimeout().map(Duration::toNanos).orElse(GIVE_UP_NS);
    return timeOuts > 0 && firstResentNs >= 0 && simulation.now() - firstResentNs >= limitNs;
  }

  private void enterLoss() {
    boolean renewed = state.compareTo(State.RECOVERY) < 0;
    markTimedOut();
    if (state.compareTo(State.DISORDER) <= 0
        || high <= send.unacknowledged
        || (state == State.LOSS && timeOuts == 0)) {
      undo.remember(currentThreshold());
      window.beginReduction(send.control.thresholdAfterLoss(window));
      send.control.timedOut(send);
      undo.arm(board.retransmitted());
    }
    window.resize(board.inFlight() + 1);
    window.resetCount();
    if (state.compareTo(State.DISORDER) <= 0 && board.sacked() >= reordering) {
      reordering = Math.min(reordering, REORDERING);
    }
    state = State.LOSS;
    high = send.next;
    probeHigh = -1;
    forwardRecovery = connection.usesSack() && (renewed || timeOuts > 0);
  }

  /** Linux, {@code tcp_timeout_mark_lost}: what was sent a short while ago may still come. */
  private void markTimedOut() {
    AckNews news = new AckNews();
    news.reset();
    if (!connection.usesSack()) {
      board.assumeSacked(0);
    } else if (board.isSacked(board.head())) {
      board.forgetSacked();
    }
    long now = simulation.now();
    for (long i = board.head(); i < board.tail(); i++) {
      boolean young =
          connection.usesSack() && i != board.head() && rack.leftNs(board, i, now, 0) > 0;
      if (!young) {
        markLost(i, news);
      }
    }
  }

  /** Segments have become shorter: those that are too long are sent again, without reduction. */
  void resendTooLong() {
    AckNews news = new AckNews();
    news.reset();
    for (long i = board.head(); i < board.tail(); i++) {
      if (board.length(i) > send.segmentSize) {
        markLost(i, news);
      }
    }
    if (board.lost() > 0) {
      if (state != State.LOSS) {
        high = send.next;
        window.moveThreshold(currentThreshold());
        undo.disarm();
        state = State.LOSS;
      }
      resendLost();
    }
  }

  /** RFC 8985, 7.2; returns whether a probe is due now. */
  boolean scheduleProbe(boolean advancing) {
    if (!connection.usesSack()
        || board.isEmpty()
        || (state != State.OPEN && state != State.REDUCTION)
        || (!advancing && send.timer.purpose() == Purpose.REORDER)) {
      return false;
    }
    long wait = RoundTrip.INITIAL_NS;
    if (roundTrip.isKnown()) {
      wait = 2 * roundTrip.smoothedNs();
      wait += board.size() == 1 ? RoundTrip.LEAST_NS : LEAST_TIMEOUT_NS;
    }
    long left = advancing ? timeOutNs() : leftNs();
    send.timer.start(Purpose.LOSS_PROBE, left > 0 ? Math.min(wait, left) : wait);
    return true;
  }

  private long leftNs() {
    return timeOutNs() - (simulation.now() - board.sentNs(board.head()));
  }

  /** RFC 8985, 7.3. */
  void sendLossProbe() {
    if (board.isEmpty()) {
      return;
    }
    if (probeHigh < 0) {
      probeResent = false;
      boolean sent = send.pushOne();
      if (!sent && !send.hasUnsent()) {
        probeResent = true;
        again(board.tail() - 1);
        sent = true;
      }
      if (sent) {
        probeHigh = send.next;
      }
    }
    restartTimer();
  }

  /** RFC 8985, 7.4.2: a probe that repaired a loss costs what a loss costs. */
  private void endProbe(AckNews news) {
    if (send.unacknowledged < probeHigh) {
      return;
    }
    boolean repaired = probeResent && send.unacknowledged > probeHigh;
    boolean bothArrived = !news.advanced && news.isDuplicateAck() && !news.sacked;
    if (repaired) {
      beginReduction();
      state = State.REDUCTION;
      endReduction();
      keepOpen();
    } else if (!probeResent || bothArrived) {
      probeHigh = -1;
    }
  }

  /** RFC 6298, 5.3, counted from when the first segment was sent (Linux, tcp_rearm_rto). */
  void restartTimer() {
    if (board.isEmpty()) {
      send.timer.stop();
      return;
    }
    Purpose purpose = send.timer.purpose();
    boolean instead = purpose == Purpose.REORDER || purpose == Purpose.LOSS_PROBE;
    send.timer.start(Purpose.RETRANSMIT, instead ? Math.max(1, leftNs()) : timeOutNs());
  }
}
