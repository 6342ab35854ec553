package vdcsim.hypervisor.migration.postcopy;

import vdcsim.hypervisor.migration.engine.Engine;
import vdcsim.hypervisor.migration.engine.Session;
import vdcsim.hypervisor.migration.precopy.PreCopy;
import vdcsim.kernel.Timer;

/**
 * Post-copy: the machine runs at the destination as soon as its processors' state is there. Its
 * pages are pushed behind it, and those that it touches before are asked for.
 */
public final class PostCopy implements Engine {
  private static final long STEP_NS = 10_000_000L;
  private static final double SECOND = 1e9;

  private final Session session;
  private final int rounds;
  private final double faultSeconds;
  private final PreCopy before;
  private final Timer step;
  private double ran;

  /**
   * Post-copy after some rounds of pre-copy.
   *
   * @param rounds none for pure post-copy
   * @param faultNs what a page that is asked for takes to come
   */
  public PostCopy(Session session, int rounds, long faultNs) {
    this.session = session;
    this.rounds = rounds;
    this.faultSeconds = faultNs / SECOND;
    this.before = PreCopy.before(session, rounds, this::switchOver);
    this.step = new Timer(session.simulation(), this::step);
  }

  @Override
  public void begin() {
    if (rounds == 0) {
      switchOver();
    } else {
      before.begin();
    }
  }

  @Override
  public void failed() {
    before.failed();
    step.stop();
  }

  /** The state of processors and devices goes first, ahead of all pages. */
  private void switchOver() {
    session.pause();
    session.synchronize();
    double deviceBytes = session.settings().deviceBytes();
    double pagesBefore = session.channel().delivered();
    session.channel().whenDelivered(pagesBefore + deviceBytes, () -> session.activate(this::push));
  }

  private void push() {
    ran = session.ranSeconds();
    step();
  }

  private void step() {
    double writesPerSecond = session.pages().writesPerSecond();
    double missing = session.pages().missing();
    double ranNow = session.ranSeconds();
    session.faults((ranNow - ran) * writesPerSecond * missing);
    ran = ranNow;
    session.settle();
    if (session.pages().cost() < 1) {
      session.complete();
      return;
    }
    session.slow(1 / (1 + writesPerSecond * session.pages().missing() * faultSeconds));
    step.start(STEP_NS);
  }
}
