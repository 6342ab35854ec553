package vdcsim.network.udpstream;

import java.util.Optional;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.Timer;
import vdcsim.kernel.metric.Counter;
import vdcsim.kernel.metric.Metrics;
import vdcsim.kernel.metric.Series;
import vdcsim.kernel.metric.Tally;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.random.Families;
import vdcsim.kernel.random.Sampler;
import vdcsim.kernel.world.Wiring;
import vdcsim.kernel.world.World;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.stack.Stack;
import vdcsim.network.stack.Stacks;
import vdcsim.network.udp.Datagram;
import vdcsim.network.udp.Udp;
import vdcsim.network.udp.UdpSocket;

/**
 * A stream of datagrams.
 *
 * <p>Metrics, below its name: {@code sent} and {@code received} datagrams, {@code lost} ones and
 * {@code loss-ratio} of those that later ones have overtaken or that have been on their way for two
 * seconds of silence; {@code reordered} ones, counted as lost before; {@code throughput} of the
 * received data; {@code latency} from sender to receiver; with {@code sample} the {@code
 * throughput-course}.
 */
public final class UdpStream implements EventHandler {
  private static final int SAMPLE = 1;

  /** iperf's port. */
  private static final int FIRST_PORT = 5001;

  private static final long SILENCE_NS = 2_000_000_000L;
  private static final long ENDLESS = Long.MAX_VALUE;

  private final Simulation simulation;
  private final UdpStreamSpec spec;
  private final Ipv4Address to;
  private final UdpSocket socket;
  private final int port;
  private final double meanNs;
  private final Sampler exponential;
  private final long stopNs;
  private final Counter sent;
  private final Counter received;
  private final Counter receivedBytes;
  private final Counter lost;
  private final Counter reordered;
  private final Tally latency;
  private final Optional<Series> course;
  private double owedNs;
  private final Timer pace;
  private long next;
  private long awaited;
  private long lastArrivalNs;
  private long sampledBytes;

  private UdpStream(String name, UdpStreamSpec spec, Stack from, Stack to) {
    this.simulation = from.simulation();
    this.spec = spec;
    this.pace = new Timer(from.clock(), this::send);
    this.to = to.address();
    this.meanNs = spec.meanIntervalNs();
    this.exponential =
        Families.exponential(meanNs).sampler(simulation.random().stream(name + ".interval"));
    this.stopNs = spec.for_().map(time -> spec.start().plus(time).toNanos()).orElse(ENDLESS);
    Metrics metrics = simulation.metrics();
    this.sent = metrics.counter(name + ".sent", Unit.COUNT);
    this.received = metrics.counter(name + ".received", Unit.COUNT);
    this.receivedBytes = metrics.counter(name + ".received-bytes", Unit.BYTES);
    this.lost = metrics.counter(name + ".lost", Unit.COUNT);
    this.reordered = metrics.counter(name + ".reordered", Unit.COUNT);
    this.latency = metrics.tally(name + ".latency", Unit.NANOSECONDS);
    this.course =
        spec.sample().map(s -> metrics.series(name + ".throughput-course", Unit.BITS_PER_SECOND));
    metrics.rate(name + ".throughput", Unit.BITS_PER_SECOND, () -> receivedBytes.value() * 8.0);
    metrics.figure(name + ".loss-ratio", Unit.RATIO, this::lossRatio);
    this.socket = Udp.of(from).open((card, packet, datagram) -> {});
    Udp receiver = Udp.of(to);
    int free = FIRST_PORT;
    while (receiver.isTaken(free)) {
      free++;
    }
    this.port = free;
    receiver.open(port, (card, packet, datagram) -> receive(datagram));
  }

  /** Makes a stream; its hosts must have been made when it is connected. */
  public static Wiring make(String name, UdpStreamSpec spec, World world) {
    return () -> {
      Stack from = Stacks.at("from", spec.from(), world);
      Stack to = Stacks.at("to", spec.to(), world);
      UdpStream stream = new UdpStream(name, spec, from, to);
      world.add(name, stream);
      stream.begin();
    };
  }

  private void begin() {
    long first = spec.pattern() == UdpStreamSpec.Pattern.POISSON ? exponential.nextLong() : 0;
    pace.start(spec.start().toNanos() + first);
    spec.sample()
        .ifPresent(s -> simulation.schedule(s.toNanos(), this, SAMPLE, 0, Simulation.NO_REFERENCE));
  }

  @Override
  public void handle(int kind, long argument, Object reference) {
    sample();
  }

  private void send() {
    if (simulation.now() < stopNs) {
      sent.increment();
      socket.send(to, port, new Numbered(next++, simulation.now(), (int) spec.size().bytes()));
      pace.start(intervalNs());
    }
  }

  /** A constant pace is exact in the long run: the part of a nanosecond is carried on. */
  private long intervalNs() {
    double due =
        owedNs + (spec.pattern() == UdpStreamSpec.Pattern.POISSON ? exponential.next() : meanNs);
    long wholeNs = (long) due;
    owedNs = due - wholeNs;
    return wholeNs;
  }

  private void receive(Datagram datagram) {
    if (!(datagram.content() instanceof Numbered numbered)) {
      return;
    }
    received.increment();
    receivedBytes.add(numbered.length());
    sampledBytes += numbered.length();
    latency.record(simulation.now() - numbered.sentNs());
    lastArrivalNs = simulation.now();
    if (numbered.number() >= awaited) {
      lost.add(numbered.number() - awaited);
      awaited = numbered.number() + 1;
    } else {
      reordered.increment();
    }
  }

  private void sample() {
    long spanNs = spec.sample().orElseThrow().toNanos();
    course.orElseThrow().record(sampledBytes * 8e9 / spanNs);
    sampledBytes = 0;
    simulation.schedule(spanNs, this, SAMPLE, 0, Simulation.NO_REFERENCE);
  }

  private double lossRatio() {
    if (simulation.now() - lastArrivalNs > SILENCE_NS) {
      lost.add(next - awaited);
      awaited = next;
    }
    long gone = Math.max(0, lost.value() - reordered.value());
    long known = received.value() + gone;
    return known == 0 ? Double.NaN : (double) gone / known;
  }
}
