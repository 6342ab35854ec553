package vdcsim.hypervisor.migration.rounds;

import vdcsim.hypervisor.migration.engine.Engine;
import vdcsim.hypervisor.migration.engine.Session;
import vdcsim.hypervisor.migration.engine.Settings;

/**
 * Copies in whole rounds: what waits at the beginning of a round is sent to its end; then the log
 * of dirty pages says what the next round sends.
 */
public final class WholeRounds implements Engine {
  private static final double SECOND = 1e9;

  /** Xen 3, xc_linux_save.c, MAX_BATCH_SIZE: pages that are written to the stream at once. */
  private static final int BATCH = 1024;

  private final Session session;
  private final Rule rule;
  private final boolean leavesOut;
  private int rounds;
  private long beginNs;
  private double roundBytes;
  private boolean failed;

  private WholeRounds(Session session, Rule rule, boolean leavesOut) {
    this.session = session;
    this.rule = rule;
    this.leavesOut = leavesOut;
  }

  /** Rounds at one rate until the rest fits into the downtime limit. */
  public static WholeRounds atConstantRate(Session session) {
    Settings settings = session.settings();
    double limitSeconds = settings.downtimeLimitNs() / SECOND;
    Rule rule = new ConstantRate(settings.maxBytesPerSecond(), limitSeconds);
    return new WholeRounds(session, rule, false);
  }

  /**
   * Xen's adaptive rate of 2005; the cap is its maximum rate.
   *
   * @param leavesOut whether a round leaves out pages that have been written again since it began
   */
  public static WholeRounds xen2005(Session session, boolean leavesOut) {
    Rule rule = new Xen2005(session.settings().maxBytesPerSecond());
    return new WholeRounds(session, rule, leavesOut);
  }

  /** Xen's library today. */
  public static WholeRounds libxl(Session session) {
    return new WholeRounds(session, new Libxl(session.settings().maxBytesPerSecond()), false);
  }

  @Override
  public void begin() {
    send(rule.firstRate());
  }

  @Override
  public void failed() {
    failed = true;
  }

  private void send(double rate) {
    beginNs = session.simulation().now();
    roundBytes = 0;
    session.channel().cap(rate);
    if (leavesOut) {
      sendBatch();
    } else {
      await(session.pages().cost(), this::sent);
    }
  }

  private void await(double bytes, Runnable then) {
    roundBytes += bytes;
    session.channel().whenDelivered(session.channel().delivered() + bytes, then);
  }

  /** Looks at the log before each batch (Xen's peek), and leaves out what is in it. */
  private void sendBatch() {
    if (failed) {
      return;
    }
    double bytes = session.sending().fresh(BATCH);
    if (bytes > 0) {
      await(bytes, this::sendBatch);
    } else {
      sent();
    }
  }

  private void sent() {
    if (failed) {
      return;
    }
    session.sending().settle();
    rounds++;
    double seconds = (session.simulation().now() - beginNs) / SECOND;
    double dirtied = Settings.bytes(session.pages().logged());
    double next = rule.nextRate(dirtied / seconds);
    if (rule.stops(rounds, dirtied, next, roundBytes / seconds)) {
      session.stopAndCopy();
    } else {
      session.synchronize();
      send(next);
    }
  }
}
