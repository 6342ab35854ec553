package vdcsim.hypervisor.migration.precopy;

import java.util.List;
import vdcsim.hypervisor.migration.engine.Engine;
import vdcsim.hypervisor.migration.engine.PageChannel;
import vdcsim.hypervisor.migration.engine.SendBuffer;
import vdcsim.hypervisor.migration.engine.Session;
import vdcsim.hypervisor.migration.engine.Settings;
import vdcsim.kernel.Timer;

/**
 * QEMU's pre-copy (migration/migration.c, migration_thread). It looks whether what remains could be
 * sent within the downtime limit at the bandwidth of late. If so, it synchronizes the log of dirty
 * pages; if that still holds, it stops the machine and sends the rest, without the cap. If not, it
 * sends what waits, for 50 ms, or until a slice's share of the cap is used up, or nothing waits;
 * then it looks again. To send is to write to a socket: what lies in its buffer has gone.
 *
 * <p>Where the cap is what limits, the share of a slice leaves at its beginning, faster than pages
 * are dirtied, and the network carries it during the slice. Where the network limits, the writer
 * sleeps while the buffer is full, and fills the third that is free when it is woken.
 */
public final class PreCopy implements Engine {
  /** QEMU, BUFFER_DELAY: the bandwidth is limited and estimated over such slices. */
  private static final long SLICE_NS = 100_000_000L;

  /** QEMU, MAX_WAIT: so long it sends before it looks. */
  private static final long LONGEST_SENDING_NS = 50_000_000L;

  private static final double SECOND = 1e9;

  /** QEMU, migration/ram.c: it looks at the clock once for so many pages. */
  private static final double PIECE_BYTES = Settings.bytes(64);

  /** Never switches to post-copy. */
  private static final int NEVER = Integer.MAX_VALUE;

  private final Session session;
  private final List<AutoConverge> throttles;
  private final int switchAfter;
  private final Runnable switchOver;
  private final Timer look;
  private long iterationNs;
  private double piece = PIECE_BYTES;
  private long estimateNs;
  private double estimateBytes;
  private double bytesPerSecond;

  private PreCopy(Session session, boolean autoConverge, int switchAfter, Runnable switchOver) {
    this.session = session;
    this.throttles = autoConverge ? List.of(new AutoConverge(session)) : List.of();
    this.switchAfter = switchAfter;
    this.switchOver = switchOver;
    this.look = new Timer(session.simulation(), this::look);
  }

  /** Pre-copy to the end. */
  public static PreCopy toTheEnd(Session session, boolean autoConverge) {
    return new PreCopy(session, autoConverge, NEVER, () -> {});
  }

  /**
   * Pre-copy that gives over after so many rounds.
   *
   * @param switchOver runs at the first look after them
   */
  public static PreCopy before(Session session, int rounds, Runnable switchOver) {
    return new PreCopy(session, false, rounds, switchOver);
  }

  @Override
  public void begin() {
    estimateNs = session.simulation().now();
    // Rates are found at the end of an instant.
    look.start(1);
  }

  @Override
  public void failed() {
    look.stop();
  }

  /** An iteration begins. */
  private void look() {
    count(session.sending().settle());
    if (endIteration()) {
      return;
    }
    if (session.sending().isCapped()) {
      sendSlice();
    } else {
      iterationNs = session.simulation().now();
      fillBuffer();
    }
  }

  /** Whether it is over, well or because it is post-copy's turn. */
  private boolean endIteration() {
    if (session.synchronizations() > switchAfter) {
      switchOver.run();
      return true;
    }
    estimate();
    if (isToStop()) {
      session.stopAndCopy();
      return true;
    }
    return false;
  }

  private void send(double bytes) {
    session.sending().ahead(bytes);
    count(bytes);
  }

  private void count(double bytes) {
    estimateBytes += bytes;
    throttles.forEach(t -> t.sent(bytes));
  }

  /** Sends a slice's share at its beginning, unless so little is left that the machine stops. */
  private void sendSlice() {
    double cap = session.settings().maxBytesPerSecond();
    double left = Math.max(0, cap * SLICE_NS / SECOND - session.sending().aheadBytes());
    double cost = session.pages().cost();
    while (left > cost) {
      send(cost);
      left -= cost;
      if (isToStop()) {
        session.stopAndCopy();
        return;
      }
      cost = session.pages().cost();
    }
    send(left);
    look.start(SLICE_NS);
  }

  /**
   * Writes to the socket until its buffer is full. An iteration ends when nothing waits, or when 50
   * ms are over, at which it looks after each 64 pages.
   */
  private void fillBuffer() {
    SendBuffer buffer = session.settings().buffer();
    double room = buffer.room(session.sending().aheadBytes());
    while (room >= 1) {
      double cost = session.pages().cost();
      double now = Math.min(Math.min(room, piece), cost);
      send(now);
      room -= now;
      piece -= now;
      boolean isLong = false;
      if (piece < 1) {
        piece = PIECE_BYTES;
        isLong = session.simulation().now() - iterationNs > LONGEST_SENDING_NS;
      }
      if (isLong || now >= cost) {
        look.start(0);
        return;
      }
    }
    double needed = buffer.untilWritable(session.sending().aheadBytes());
    double asleep = needed + wakesWithoutLook(buffer, needed) * buffer.third();
    PageChannel channel = session.channel();
    channel.whenDelivered(channel.delivered() + asleep, this::wake);
  }

  /**
   * How often the writer is woken, fills the buffer and sleeps again before something may come of
   * it. Writes of the guest that lie between change nothing, as they are in the log.
   */
  private double wakesWithoutLook(SendBuffer buffer, double needed) {
    double rate = Math.max(1, session.channel().bytesPerSecond());
    double leftNs = LONGEST_SENDING_NS - (session.simulation().now() - iterationNs);
    double wakes = (leftNs / SECOND * rate - needed) / buffer.third();
    double waits = session.pages().cost() / buffer.third() - 1;
    return Math.max(0, Math.min(StrictMath.ceil(wakes), StrictMath.floor(waits)));
  }

  /** What was written at wakes without a look, and then this wake. */
  private void wake() {
    double written = session.sending().settle();
    count(written);
    SendBuffer buffer = session.settings().buffer();
    double missing = buffer.room(session.sending().aheadBytes()) - buffer.third();
    double late = Math.min(Math.max(0, missing), session.pages().cost());
    send(late);
    piece = PIECE_BYTES - (PIECE_BYTES - piece + written + late) % PIECE_BYTES;
    fillBuffer();
  }

  private boolean isToStop() {
    if (!isLittle()) {
      return false;
    }
    double dirtied = session.synchronize();
    throttles.forEach(t -> t.synchronizedWith(dirtied));
    return isLittle();
  }

  private void estimate() {
    long now = session.simulation().now();
    long spanNs = now - estimateNs;
    if (spanNs >= SLICE_NS) {
      bytesPerSecond = estimateBytes / spanNs * SECOND;
      estimateBytes = 0;
      estimateNs = now;
    }
  }

  /** Whether what waits could be sent within the limit. */
  private boolean isLittle() {
    double threshold = bytesPerSecond * session.settings().downtimeLimitNs() / SECOND;
    double waiting = Settings.bytes(session.pages().waiting());
    return waiting < Math.max(1, threshold);
  }
}
