package vdcsim.hypervisor.migration.postcopy;

import vdcsim.hypervisor.dirty.Prepaging;
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
  private final Faults faults;
  private final PreCopy before;
  private final Timer step;
  private double ran;
  private long pushedNs;

  /**
   * Post-copy after some rounds of pre-copy.
   *
   * @param rounds none for pure post-copy
   * @param faultNs what a page that is asked for takes to come
   * @param prepaging what is pushed after it, where pages are counted one by one
   */
  public PostCopy(Session session, int rounds, long faultNs, Prepaging prepaging) {
    double faultSeconds = faultNs / SECOND;
    this.session = session;
    this.rounds = rounds;
    this.faults =
        session
            .pages()
            .demand()
            .<Faults>map(single -> new SingleFaults(session, single, faultSeconds, prepaging))
            .orElseGet(() -> new ExpectedFaults(session, faultSeconds));
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
    session.pause(this::handOver);
  }

  private void handOver() {
    session.leavePagesBehind();
    session.sendDevices(this::push);
  }

  @Override
  public void recovered() {
    push();
  }

  private void push() {
    ran = session.vm().ranSeconds();
    pushedNs = session.simulation().now();
    step();
  }

  private void step() {
    long now = session.simulation().now();
    double ranNow = session.vm().ranSeconds();
    session.faults(faults.during((now - pushedNs) / SECOND, ranNow - ran));
    ran = ranNow;
    pushedNs = now;
    if (session.pages().cost() < 1) {
      session.complete();
      return;
    }
    // The guest waits for pages.
    session.vm().throttle(faults.share());
    step.start(STEP_NS);
  }
}
