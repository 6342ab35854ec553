package vdcsim.hypervisor.migration.engine;

import vdcsim.kernel.Simulation;
import vdcsim.kernel.Timer;
import vdcsim.kernel.world.World;
import vdcsim.network.flow.Flows;
import vdcsim.network.flow.FluidSpec;
import vdcsim.network.flow.Obstacle;
import vdcsim.network.flow.Order;
import vdcsim.network.flow.Transfer;
import vdcsim.network.flow.TransferListener;
import vdcsim.network.stack.Stack;

/** The connections over which pages travel: a fluid flow that contends with all others. */
public final class PageChannel implements TransferListener {
  private static final double SECOND = 1e9;

  /** How often it looks whether bytes have been delivered, while the rate may change. */
  private static final long LOOK_NS = 100_000_000L;

  private final Simulation simulation;
  private final World world;
  private final Stack from;
  private final Stack to;
  private final int connections;
  private final double mostBytesPerSecond;
  private final long giveUpNs;
  private final Timer look;
  private final Timer giveUp;
  private Transfer[] transfer = {};
  private Runnable opened = () -> {};
  private Runnable failed = () -> {};
  private Runnable goesOn = () -> {};
  private double before;
  private boolean stalled;
  private Runnable then = () -> {};
  private double awaited;

  /**
   * A way from one host to another.
   *
   * @param connections how many, each of which contends as one
   * @param mostBytesPerSecond what the senders can do, whatever the network gives
   * @param giveUpNs how long nothing may get through
   */
  public PageChannel(
      Stack from,
      Stack to,
      int connections,
      double mostBytesPerSecond,
      long giveUpNs,
      World world) {
    this.simulation = world.simulation();
    this.world = world;
    this.from = from;
    this.to = to;
    this.connections = connections;
    this.mostBytesPerSecond = mostBytesPerSecond;
    this.giveUpNs = giveUpNs;
    this.look = new Timer(simulation, this::look);
    this.giveUp = new Timer(simulation, () -> failed.run());
  }

  /**
   * Asks the destination; a channel that was closed may be opened again.
   *
   * @param whenOpen runs as soon as it answers
   * @param whenFailed runs when nothing has got through for too long
   */
  public void open(double capBytesPerSecond, Runnable whenOpen, Runnable whenFailed) {
    before = delivered();
    opened = whenOpen;
    failed = whenFailed;
    stalled = false;
    giveUp.start(giveUpNs);
    double cap = 8 * Math.min(capBytesPerSecond, mostBytesPerSecond);
    Order order = new Order(from, to.address(), Order.ENDLESS, connections, cap, FluidSpec.PLAIN);
    transfer = new Transfer[] {Flows.of(world).begin(order, this)};
  }

  /** How long it is tried. */
  long giveUpNs() {
    return giveUpNs;
  }

  /** Never more than so much, from now on. */
  public void cap(double bytesPerSecond) {
    for (Transfer t : transfer) {
      t.cap(8 * Math.min(bytesPerSecond, mostBytesPerSecond));
    }
  }

  /** Bytes of the migration's stream that have been delivered. */
  public double delivered() {
    return before + (transfer.length == 0 ? 0 : transfer[0].delivered());
  }

  /** What the network gives it now. */
  public double bytesPerSecond() {
    return transfer.length == 0 ? 0 : transfer[0].bytesPerSecond();
  }

  /** From here to there and back, without what waits in queues. */
  public long roundTripNs() {
    return transfer.length == 0 ? 0 : transfer[0].roundTripNs();
  }

  /** Whether nothing gets through just now. */
  boolean isStalled() {
    return stalled;
  }

  /** Runs {@code what} whenever it goes on after a stall. */
  void whenGoingOn(Runnable what) {
    goesOn = what;
  }

  /** Runs {@code what} as soon as so many bytes have been delivered, from the beginning. */
  public void whenDelivered(double bytes, Runnable what) {
    awaited = bytes;
    then = what;
    // Rates are found at the end of an instant.
    look.start(1);
  }

  private void look() {
    double left = awaited - delivered();
    if (left < 1) {
      then.run();
      return;
    }
    double rate = bytesPerSecond();
    double waitNs = rate > 0 ? StrictMath.ceil(left / rate * SECOND) : LOOK_NS;
    look.start((long) Math.max(1, Math.min(waitNs, LOOK_NS)));
  }

  /** Nothing more is sent. */
  public void close() {
    look.stop();
    giveUp.stop();
    before = delivered();
    for (Transfer t : transfer) {
      t.stop();
    }
    transfer = new Transfer[] {};
  }

  @Override
  public void begun(Transfer begun) {
    giveUp.stop();
    opened.run();
  }

  @Override
  public void completed(Transfer done) {
    failed.run();
  }

  @Override
  public void abandoned(Transfer given) {
    failed.run();
  }

  @Override
  public void stalled(Transfer waiting, Obstacle reason) {
    stalled = true;
    giveUp.start(giveUpNs);
  }

  @Override
  public void resumed(Transfer goingOn, long stalledNs) {
    stalled = false;
    giveUp.stop();
    goesOn.run();
  }

  @Override
  public void rerouted(Transfer elsewhere) {
    // The same connection goes on.
  }
}
