package vdcsim.network.tcp;

import vdcsim.kernel.Clock;
import vdcsim.kernel.Timer;

/**
 * When the receiver acknowledges (RFC 9293, 3.8.6.3; Linux, {@code __tcp_ack_snd_check}): at once
 * for every second full segment, for the first 16 segments of a connection that does not answer,
 * and where something is amiss; otherwise after 40 ms, or longer where segments come far apart.
 */
final class DelayedAck {
  private static final long LEAST_NS = 40_000_000L;
  private static final long MOST_NS = 200_000_000L;
  private static final long MOST_ONE_WAY_NS = 500_000_000L;
  private static final int MOST_QUICK = 16;

  /** Linux, tcp_comp_sack_delay_ns and tcp_comp_sack_nr. */
  private static final long COMPRESSED_NS = 1_000_000L;

  private static final int MOST_COMPRESSED = 44;
  private static final int PLAIN_DUPLICATES = 3;

  private final Clock clock;
  private final TcpConnection connection;
  private final Timer timer;
  private final Timer compression;
  private long delayNs;
  private long lastArrivalNs;
  private long timerNs;
  private int quick;
  private boolean answering;
  private boolean pending;
  private int duplicates;
  private int compressed;
  private boolean everSent;

  DelayedAck(Clock clock, TcpConnection connection) {
    this.clock = clock;
    this.connection = connection;
    this.timer = new Timer(clock, this::expired);
    this.compression = new Timer(clock, connection::acknowledgeNow);
  }

  /** Data have arrived (Linux, tcp_event_data_recv). */
  void arrived(long windowBytes, int segmentSize) {
    long now = clock.now();
    pending = true;
    if (delayNs == 0) {
      beQuick(windowBytes, segmentSize);
      delayNs = LEAST_NS;
    } else {
      adapt(now - lastArrivalNs, windowBytes, segmentSize);
    }
    lastArrivalNs = now;
  }

  private void adapt(long gapNs, long windowBytes, int segmentSize) {
    long timeOut = connection.send().recovery.timeOut.valueNs();
    if (gapNs <= LEAST_NS / 2) {
      delayNs = delayNs / 2 + LEAST_NS / 2;
    } else if (gapNs < delayNs) {
      delayNs = Math.min(timeOut, delayNs / 2 + gapNs);
    } else if (gapNs > timeOut) {
      beQuick(windowBytes, segmentSize);
    }
  }

  /** The next segments are acknowledged at once. */
  void beQuick(long windowBytes, int segmentSize) {
    int wanted = (int) Math.max(2, Math.min(MOST_QUICK, windowBytes / (2L * segmentSize)));
    quick = Math.max(quick, wanted);
  }

  /** Something is amiss: this side's acknowledgements are wanted at once (RFC 5681, 4.2). */
  void hurry(long windowBytes, int segmentSize) {
    beQuick(windowBytes, segmentSize);
    answering = false;
    delayNs = LEAST_NS;
  }

  /** Data went out: who answers at once can carry acknowledgements along. */
  void dataSent() {
    if (clock.now() - lastArrivalNs < delayNs) {
      answering = true;
    }
  }

  /** An acknowledgement went out. */
  void sent() {
    everSent = true;
    pending = false;
    quick = Math.max(0, quick - 1);
    if (quick == 0 && delayNs == 0) {
      delayNs = LEAST_NS;
    }
    compressed = 0;
    timer.stop();
    compression.stop();
  }

  /** Whether one ever went out. */
  boolean hasSent() {
    return everSent;
  }

  boolean isPending() {
    return pending;
  }

  boolean isQuick() {
    return quick > 0 && !answering;
  }

  boolean isAnswering() {
    return answering;
  }

  /** Acknowledges some time later. */
  void delay(boolean pushed) {
    long wait = delayNs;
    if (wait > LEAST_NS) {
      long most = answering || pushed ? MOST_NS : MOST_ONE_WAY_NS;
      RoundTrip roundTrip = connection.send().roundTrip;
      if (roundTrip.isKnown()) {
        most = Math.min(most, Math.max(LEAST_NS, roundTrip.smoothedNs()));
      }
      wait = Math.min(wait, most);
    }
    wait = Math.min(wait, MOST_NS);
    if (timer.isRunning() && timerNs <= clock.now() + wait / 4) {
      connection.acknowledgeNow();
    } else if (!timer.isRunning() || timerNs > clock.now() + wait) {
      timerNs = clock.now() + wait;
      timer.start(wait);
    }
  }

  private void expired() {
    if (!pending) {
      return;
    }
    if (answering) {
      answering = false;
      delayNs = LEAST_NS;
    } else {
      delayNs = Math.min(2 * delayNs, connection.send().recovery.timeOut.valueNs());
    }
    connection.acknowledgeNow();
  }

  /** New numbers have arrived in order: duplicates count anew. */
  void inOrder() {
    duplicates = 0;
  }

  /** Something has arrived beyond a gap: many of these are told of together (Linux 4.18). */
  void outOfOrder(boolean sack) {
    if (!sack || compressed >= MOST_COMPRESSED) {
      connection.acknowledgeNow();
    } else if (duplicates < PLAIN_DUPLICATES) {
      duplicates++;
      connection.acknowledgeNow();
    } else {
      compressed++;
      if (!compression.isRunning()) {
        RoundTrip roundTrip = connection.send().roundTrip;
        long wait = roundTrip.isKnown() ? roundTrip.smoothedNs() / 20 : COMPRESSED_NS;
        compression.start(Math.min(COMPRESSED_NS, wait));
      }
    }
  }

  /** Leaves no timers behind. */
  void end() {
    timer.stop();
    compression.stop();
  }
}
