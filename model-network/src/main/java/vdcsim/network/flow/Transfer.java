package vdcsim.network.flow;

import java.util.List;
import vdcsim.hardware.ethernet.EthernetPort;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.Timer;
import vdcsim.kernel.fluid.Flow;

/** One transfer: it asks, sends, stalls, and sends again, until all has arrived. */
public final class Transfer implements Comparable<Transfer> {
  private static final long SECOND = 1_000_000_000L;

  /** Between the first two requests that open a connection (RFC 6298, 2.1). */
  private static final long FIRST_REQUEST_NS = SECOND;

  /** Linux, net.ipv4.tcp_syn_retries. */
  private static final int MOST_REQUESTS = 7;

  /** Linux, TCP_RTO_MIN: what a time-out exceeds the round-trip time by at least. */
  private static final long LEAST_MARGIN_NS = SECOND / 5;

  /** Linux, TCP_RTO_MAX. */
  private static final long LONGEST_NS = 120 * SECOND;

  /** Linux, net.ipv4.tcp_retries2. */
  private static final int MOST_RETRIES = 15;

  /**
   * What a sender whose acknowledgements stay away waits beyond two round trips before it probes
   * (Linux, tcp_schedule_loss_probe: TCP_TIMEOUT_MIN, two ticks of a millisecond).
   */
  private static final long PROBE_MARGIN_NS = SECOND / 500;

  /** RFC 6928. */
  private static final int FIRST_SEGMENTS = 10;

  private static final double NS = 1e-9;

  private final Flows flows;
  private final Simulation simulation;
  private final long number;
  private final Order order;
  private final TransferListener listener;
  private final Timer retry;
  private final Timer growth;
  private State state = State.CONNECTING;
  private int tries;
  private long waitNs = FIRST_REQUEST_NS;
  private long startNs;
  private long stalledNs;
  private long roundTripNs;
  private double windowBytes;
  private boolean growing;
  private boolean begun;
  private double capBitsPerSecond;
  private Framing framing = new Framing(0);
  private Flow flow;
  private Path forth;
  private Path back;
  private List<EthernetPort> asked = List.of();

  private enum State {
    /** Waits for the answer to its first packet. */
    CONNECTING,
    RUNNING,
    /** Has no way, and sends a packet now and then. */
    STALLED,
    /** Its machine stands still, or has just gone on. */
    FROZEN,
    /** All has been sent. */
    ARRIVING,
    ENDED
  }

  Transfer(Flows flows, Simulation simulation, long number, Order order, TransferListener to) {
    this.flows = flows;
    this.simulation = simulation;
    this.number = number;
    this.order = order;
    this.listener = to;
    this.capBitsPerSecond = order.capBitsPerSecond();
    this.retry = new Timer(simulation, this::ask);
    this.growth = new Timer(simulation, this::grow);
    this.startNs = simulation.now();
    this.forth = Path.NONE;
    this.back = Path.NONE;
    this.flow = flows.halted(order.bytes(), this::sent);
  }

  /** When it began, with its first packet. */
  public long startNs() {
    return startNs;
  }

  /** What it shall carry. */
  public Order order() {
    return order;
  }

  /** Bytes of data that have left the sender for good. */
  public long delivered() {
    if (!begun) {
      return 0;
    }
    double done = flow.amount() - flow.left();
    return flow.left() == 0
        ? order.bytes()
        : (long) Math.min((double) order.bytes(), framing.data(done));
  }

  /** From the sender to the receiver and back, without what waits in queues. */
  public long roundTripNs() {
    return roundTripNs;
  }

  /** Bytes of data a second, now. */
  public double bytesPerSecond() {
    return begun ? framing.data(flow.rate()) : 0;
  }

  /** From now on it never exceeds this data rate; infinite without a cap. */
  public void cap(double bitsPerSecond) {
    capBitsPerSecond = bitsPerSecond;
    if (state == State.RUNNING) {
      flow.change(weight(), cap());
    }
  }

  /** Ends it now, with what it has delivered; nobody is told. */
  public void stop() {
    end();
  }

  /** Sends a packet that must be answered, and waits longer each time. */
  void ask() {
    boolean connecting = state == State.CONNECTING;
    if (tries == (connecting ? MOST_REQUESTS : MOST_RETRIES)) {
      end();
      listener.abandoned(this);
      return;
    }
    tries++;
    retry.start(waitNs);
    waitNs = Math.min(2 * waitNs, LONGEST_NS);
    flows.ask(this);
  }

  /** Its packet was answered. */
  void answered() {
    if (state == State.FROZEN) {
      thaw();
    } else if (state == State.CONNECTING || state == State.STALLED) {
      goOn();
    }
  }

  private void goOn() {
    boolean wasStalled = state == State.STALLED;
    findWays();
    if (!isWhole()) {
      stallUnlessStalled();
      return;
    }
    retry.stop();
    tries = 0;
    state = State.RUNNING;
    boolean isNew = !begun;
    if (isNew) {
      begin();
    }
    startUp(wasStalled ? 1 : FIRST_SEGMENTS);
    lead();
    if (isNew) {
      listener.begun(this);
    }
    if (wasStalled) {
      listener.resumed(this, simulation.now() - stalledNs);
    }
  }

  private void begin() {
    begun = true;
    framing = new Framing(forth.packetBytes());
    flow = flows.halted(framing.wireBytes(order.bytes()), this::sent);
  }

  private void findWays() {
    asked.forEach(port -> flows.unwatch(port, this));
    forth = flows.way(order.from(), order.to());
    back = forth.isWhole() ? flows.wayBack(order.from(), order.to()) : forth;
    asked = flows.watch(List.of(forth, back), this);
  }

  private boolean isWhole() {
    return forth.isWhole() && back.isWhole();
  }

  /** Something on its way has changed. */
  void lookAgain() {
    if (state == State.FROZEN) {
      probeUnlessHeld();
    } else if (state == State.RUNNING) {
      followChange();
    }
  }

  private void followChange() {
    List<Hop> before = forth.hops();
    findWays();
    if (isHeld()) {
      freeze();
    } else if (!isWhole()) {
      stallUnlessStalled();
    } else if (!forth.hops().equals(before)) {
      measure();
      lead();
      listener.rerouted(this);
    }
  }

  /** Whether the sender itself stands still, with all that it would send. */
  private boolean isHeld() {
    return !forth.asked().isEmpty() && forth.asked().get(0).tracing().isHeld();
  }

  /** Nothing is sent, and the sender does not notice: its clock stands still, too. */
  private void freeze() {
    state = State.FROZEN;
    flow.halt();
    growth.stop();
    growing = false;
  }

  /** What was on its way when the machine stood still was acknowledged to nobody. */
  private void probeUnlessHeld() {
    if (isHeld()) {
      retry.stop();
    } else if (!retry.isRunning()) {
      tries = 0;
      retry.start(2 * roundTripNs + PROBE_MARGIN_NS);
      waitNs = LEAST_MARGIN_NS + roundTripNs;
    }
  }

  /**
   * The probe's answer acknowledges all that arrived, so that it goes on with the window it had.
   */
  private void thaw() {
    findWays();
    if (isHeld()) {
      retry.stop();
    } else if (isWhole()) {
      retry.stop();
      tries = 0;
      state = State.RUNNING;
      measure();
      lead();
    } else {
      stallUnlessStalled();
    }
  }

  private void stallUnlessStalled() {
    if (state == State.STALLED) {
      return;
    }
    state = State.STALLED;
    stalledNs = simulation.now();
    flow.halt();
    growth.stop();
    tries = 0;
    waitNs = LEAST_MARGIN_NS + roundTripNs;
    retry.start(waitNs);
    waitNs *= 2;
    listener.stalled(this, forth.obstacle().or(back::obstacle).orElseThrow());
  }

  private void measure() {
    roundTripNs = forth.latencyNs(framing.frame()) + back.latencyNs(Framing.BARE_FRAME);
  }

  private void startUp(int segments) {
    measure();
    windowBytes = (double) segments * framing.segment();
    growing = order.fluid().startUp() == StartUp.SLOW_START && roundTripNs > 0;
    if (growing && isHeldBackByWindow()) {
      growth.start(roundTripNs);
    } else {
      growing = false;
    }
  }

  /** Whether the start-up's window is less than anything else could be. */
  private boolean isHeldBackByWindow() {
    return framing.wire(windowBytes / roundTripNs / NS) < forth.slowest() / 8.0
        && windowBytes / roundTripNs / NS < steadyCap();
  }

  /** A round-trip time has passed: the window doubles, if it was what held the flow back. */
  private void grow() {
    boolean held = flow.rate() >= flow.cap() * (1 - 1e-9);
    windowBytes *= 2;
    growing = held && isHeldBackByWindow();
    if (growing) {
      growth.start(roundTripNs);
    }
    flow.change(weight(), cap());
  }

  private void lead() {
    flow.change(weight(), cap());
    flow.lead(flows.demand(forth, framing));
  }

  private double weight() {
    double bias = order.fluid().rttBias();
    return bias == 0 || roundTripNs == 0
        ? order.weight()
        : order.weight() * StrictMath.pow(1e6 / roundTripNs, bias);
  }

  /** On the wire, in bytes per second. */
  private double cap() {
    double start = growing ? windowBytes / roundTripNs / NS : Double.POSITIVE_INFINITY;
    double data = Math.min(start, steadyCap());
    return data == Double.POSITIVE_INFINITY ? data : framing.wire(data);
  }

  /** By its order and the receive window, in bytes of data per second. */
  private double steadyCap() {
    double window =
        roundTripNs == 0
            ? Double.POSITIVE_INFINITY
            : order
                .fluid()
                .window()
                .map(w -> w.bytes() / (roundTripNs * NS))
                .orElse(Double.POSITIVE_INFINITY);
    return Math.min(capBitsPerSecond / 8, window);
  }

  /** The last byte has left. */
  private void sent(Flow done) {
    state = State.ARRIVING;
    growth.stop();
    leave();
    simulation.schedule(forth.tailNs(framing.frame()), this::arrive);
  }

  private void arrive() {
    if (state == State.ARRIVING) {
      end();
      listener.completed(this);
    }
  }

  private void end() {
    state = State.ENDED;
    retry.stop();
    growth.stop();
    leave();
    if (!flow.hasEnded()) {
      flow.giveUp();
    }
    flows.ended(this);
  }

  private void leave() {
    asked.forEach(port -> flows.unwatch(port, this));
    asked = List.of();
  }

  @Override
  public int compareTo(Transfer other) {
    return Long.compare(number, other.number);
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(number);
  }
}
