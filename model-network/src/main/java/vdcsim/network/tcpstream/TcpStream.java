package vdcsim.network.tcpstream;

import java.util.ArrayList;
import java.util.List;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.metric.Metrics;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.world.Wiring;
import vdcsim.kernel.world.World;
import vdcsim.network.stack.Stack;
import vdcsim.network.stack.Stacks;
import vdcsim.network.tcp.Tcp;

/**
 * Bulk data over connections of TCP.
 *
 * <p>Metrics, below its name: {@code goodput}, the data that arrived in order, by time; {@code
 * throughput}, the data that was sent, retransmissions included; {@code sent-bytes}, {@code
 * received-bytes}; {@code retransmissions}, {@code timeouts} and {@code recoveries}; {@code
 * congestion-window} in segments and {@code round-trip-time} as smoothed by the sender; {@code
 * connect-time}; {@code completion-time} of connections with an amount of data, {@code completed}
 * and {@code failed} ones; of several connections {@code fairness}, Jain's index of what each
 * received; of one {@code mathis-upper-curve} and {@code mathis-lower-curve}, what the formula of
 * Mathis et al. gives for its losses and round trips. With {@code sample} the courses of goodput,
 * window and round trip.
 */
public final class TcpStream implements EventHandler {
  private static final int BEGIN = 0;
  private static final int STOP = 1;
  private static final int SAMPLE = 2;

  /** iperf's port. */
  private static final int FIRST_PORT = 5001;

  private static final long WINDOW_SAMPLE_NS = 20_000_000L;

  private final Simulation simulation;
  private final TcpStreamSpec spec;
  private final StreamMeter meter;
  private final List<StreamConnection> connections = new ArrayList<>();
  private final long sampleNs;
  private long sampledBytes;

  private TcpStream(String name, TcpStreamSpec spec, Stack from, Stack to) {
    this.simulation = from.simulation();
    this.spec = spec;
    this.meter = new StreamMeter(name, spec.sample().isPresent(), simulation);
    this.sampleNs = spec.sample().map(s -> s.toNanos()).orElse(WINDOW_SAMPLE_NS);
    int port = freePort(Tcp.of(to));
    Tcp.of(to)
        .listen(
            port, spec.settings(), accepted -> new StreamSink(this, claim(accepted.remotePort())));
    Metrics metrics = simulation.metrics();
    for (int i = 0; i < spec.connections(); i++) {
      StreamConnection connection =
          new StreamConnection(spec, Tcp.of(from), to.address(), port, meter);
      connections.add(connection);
      if (spec.connections() > 1) {
        String each = name + "." + (i + 1) + ".goodput";
        connection.countIn(metrics.counter(name + "." + (i + 1) + ".received-bytes", Unit.BYTES));
        metrics.rate(each, Unit.BITS_PER_SECOND, connection::receivedBits);
      }
    }
    if (spec.connections() > 1) {
      metrics.figure(name + ".fairness", Unit.RATIO, this::fairness);
    } else {
      meter.addMathisCurves(name, metrics);
    }
  }

  private static int freePort(Tcp tcp) {
    int port = FIRST_PORT;
    while (tcp.isListening(port)) {
      port++;
    }
    return port;
  }

  /** Makes a stream; its hosts must have been made when it is connected. */
  public static Wiring make(String name, TcpStreamSpec spec, World world) {
    return () -> {
      Stack from = Stacks.at("from", spec.from(), world);
      Stack to = Stacks.at("to", spec.to(), world);
      TcpStream stream = new TcpStream(name, spec, from, to);
      world.add(name, stream);
      stream.begin();
    };
  }

  private void begin() {
    long startNs = spec.start().toNanos();
    simulation.schedule(startNs, this, BEGIN, 0, Simulation.NO_REFERENCE);
    simulation.schedule(startNs + sampleNs, this, SAMPLE, 0, Simulation.NO_REFERENCE);
    spec.for_()
        .ifPresent(
            time ->
                simulation.schedule(
                    startNs + time.toNanos(), this, STOP, 0, Simulation.NO_REFERENCE));
  }

  @Override
  public void handle(int kind, long argument, Object reference) {
    switch (kind) {
      case BEGIN -> connections.forEach(StreamConnection::open);
      case STOP -> connections.forEach(StreamConnection::stop);
      case SAMPLE -> sample();
      default -> throw new IllegalStateException("no event of kind " + kind);
    }
  }

  /** Data of a connection have arrived. */
  void arrived(StreamConnection connection, long bytes) {
    meter.receivedBytes.add(bytes);
    sampledBytes += bytes;
    connection.received(bytes);
  }

  /**
   * The connection that comes from this port; where none does, since the port was translated on its
   * way, the first that nobody has claimed.
   */
  private StreamConnection claim(int remotePort) {
    StreamConnection claimed =
        connections.stream()
            .filter(connection -> connection.localPort() == remotePort)
            .findFirst()
            .or(() -> connections.stream().filter(c -> !c.isClaimed()).findFirst())
            .orElseThrow();
    claimed.claim();
    return claimed;
  }

  private void sample() {
    long windows = 0;
    long roundTrips = 0;
    int open = 0;
    for (StreamConnection connection : connections) {
      if (connection.isOpen()) {
        meter.window.record(connection.window());
        windows += connection.window();
        roundTrips += connection.roundTripNs();
        open++;
      }
    }
    if (open > 0) {
      record(windows, (double) roundTrips / open);
    }
    boolean over = connections.stream().allMatch(StreamConnection::isOver);
    if (!over) {
      simulation.schedule(sampleNs, this, SAMPLE, 0, Simulation.NO_REFERENCE);
    }
  }

  private void record(long windows, double roundTripNs) {
    meter.windowCourse.ifPresent(course -> course.record((double) windows));
    meter.roundTripCourse.ifPresent(course -> course.record(roundTripNs));
    meter.goodputCourse.ifPresent(course -> course.record(sampledBytes * 8e9 / sampleNs));
    sampledBytes = 0;
  }

  /** Jain, Chiu, Hawe 1984: the square of the sum over the number times the sum of squares. */
  private double fairness() {
    double sum = 0;
    double squares = 0;
    for (StreamConnection connection : connections) {
      sum += connection.receivedBits();
      squares += connection.receivedBits() * connection.receivedBits();
    }
    return squares == 0 ? Double.NaN : sum * sum / (connections.size() * squares);
  }
}
