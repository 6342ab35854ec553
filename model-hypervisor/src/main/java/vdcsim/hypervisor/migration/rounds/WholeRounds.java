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

  private final Session session;
  private final Rule rule;
  private int rounds;
  private long beginNs;
  private double roundBytes;
  private boolean failed;

  private WholeRounds(Session session, Rule rule) {
    this.session = session;
    this.rule = rule;
  }

  /** Rounds at one rate until the rest fits into the downtime limit. */
  public static WholeRounds atConstantRate(Session session) {
    Settings settings = session.settings();
    double limitSeconds = settings.downtimeLimitNs() / SECOND;
    return new WholeRounds(session, new ConstantRate(settings.maxBytesPerSecond(), limitSeconds));
  }

  /** Xen's adaptive rate of 2005; the cap is its maximum rate. */
  public static WholeRounds xen2005(Session session) {
    return new WholeRounds(session, new Xen2005(session.settings().maxBytesPerSecond()));
  }

  /** Xen's library today. */
  public static WholeRounds libxl(Session session) {
    return new WholeRounds(session, new Libxl(session.settings().maxBytesPerSecond()));
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
    roundBytes = session.pages().cost();
    session.channel().cap(rate);
    session.channel().whenDelivered(session.channel().delivered() + roundBytes, this::sent);
  }

  private void sent() {
    if (failed) {
      return;
    }
    session.settle();
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
