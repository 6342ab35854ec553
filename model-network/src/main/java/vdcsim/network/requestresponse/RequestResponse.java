package vdcsim.network.requestresponse;

import vdcsim.kernel.Simulation;
import vdcsim.kernel.metric.Counter;
import vdcsim.kernel.metric.Metrics;
import vdcsim.kernel.metric.Tally;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.random.Sampler;
import vdcsim.kernel.world.Wiring;
import vdcsim.kernel.world.World;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.stack.Stack;
import vdcsim.network.stack.Stacks;
import vdcsim.network.tcp.Tcp;
import vdcsim.network.tcp.TcpConnection;
import vdcsim.network.tcp.TcpEnding;
import vdcsim.network.tcp.TcpMessage;
import vdcsim.network.tcp.TcpMeter;
import vdcsim.network.tcp.TcpUser;

/**
 * Requests over TCP, and their responses.
 *
 * <p>Metrics, below its name: {@code requests} and {@code responses}, {@code request-rate} of the
 * answered ones; {@code latency} from a request to the last byte of its response, the handshake
 * included where each has a connection of its own; {@code connections}, {@code failed} ones, {@code
 * retransmissions}.
 */
public final class RequestResponse {
  private static final int FIRST_PORT = 8000;

  private final Simulation simulation;
  private final RequestResponseSpec spec;
  private final Tcp client;
  private final Ipv4Address to;
  private final int port;
  private final Sampler requestSize;
  private final Sampler responseSize;
  private final Sampler think;
  private final Counter requests;
  private final Counter responses;
  private final Counter connections;
  private final Counter failed;
  private final Counter retransmissions;
  private final Tally latency;
  private long begun;

  private RequestResponse(String name, RequestResponseSpec spec, Stack from, Stack to) {
    this.simulation = from.simulation();
    this.spec = spec;
    this.client = Tcp.of(from);
    this.to = to.address();
    this.requestSize = spec.request().sampler(simulation.random().stream(name + ".request"));
    this.responseSize = spec.response().sampler(simulation.random().stream(name + ".response"));
    this.think = spec.think().sampler(simulation.random().stream(name + ".think"));
    Metrics metrics = simulation.metrics();
    this.requests = metrics.counter(name + ".requests", Unit.COUNT);
    this.responses = metrics.counter(name + ".responses", Unit.COUNT);
    this.connections = metrics.counter(name + ".connections", Unit.COUNT);
    this.failed = metrics.counter(name + ".failed", Unit.COUNT);
    this.retransmissions = metrics.counter(name + ".retransmissions", Unit.COUNT);
    this.latency = metrics.tally(name + ".latency", Unit.NANOSECONDS);
    metrics.rate(name + ".request-rate", Unit.PER_SECOND, responses::value);
    this.port = listen(Tcp.of(to));
  }

  private int listen(Tcp server) {
    int free = FIRST_PORT;
    while (server.isListening(free)) {
      free++;
    }
    server.listen(free, spec.settings(), accepted -> new Server());
    return free;
  }

  /** Makes clients and a server; the hosts must have been made when it is connected. */
  public static Wiring make(String name, RequestResponseSpec spec, World world) {
    return () -> {
      Stack from = Stacks.at("from", spec.from(), world);
      Stack to = Stacks.at("to", spec.to(), world);
      RequestResponse made = new RequestResponse(name, spec, from, to);
      world.add(name, made);
      for (int i = 0; i < spec.concurrency(); i++) {
        made.simulation.schedule(spec.start().toNanos(), () -> made.new Client().open());
      }
    };
  }

  private boolean isOver() {
    boolean late =
        spec.for_()
            .map(time -> simulation.now() >= spec.start().plus(time).toNanos())
            .orElse(false);
    return late || spec.count().map(count -> begun >= count).orElse(false);
  }

  /** Answers each request. */
  private static final class Server implements TcpUser {
    @Override
    public void received(TcpConnection connection, TcpMessage message) {
      Request request = (Request) message;
      if (connection.canSend()) {
        connection.send(new Request(request.sentNs(), request.responseLength(), 0));
      }
    }
  }

  /** Asks one request after the other. */
  private final class Client implements TcpUser, TcpMeter {
    private long openedNs;
    private boolean answered;

    void open() {
      if (isOver()) {
        return;
      }
      openedNs = simulation.now();
      answered = false;
      connections.increment();
      client.connect(to, port, spec.settings(), this).observe(this);
    }

    @Override
    public void established(TcpConnection connection) {
      boolean each = spec.connections() == RequestResponseSpec.Connections.EACH;
      ask(connection, each ? openedNs : simulation.now());
    }

    private void ask(TcpConnection connection, long sinceNs) {
      if (isOver()) {
        connection.close();
        return;
      }
      begun++;
      requests.increment();
      long length = Math.max(1, requestSize.nextLong());
      long responseLength = Math.max(1, responseSize.nextLong());
      connection.send(new Request(sinceNs, length, responseLength));
    }

    @Override
    public void received(TcpConnection connection, TcpMessage message) {
      responses.increment();
      latency.record(simulation.now() - ((Request) message).sentNs());
      answered = true;
      if (spec.connections() == RequestResponseSpec.Connections.EACH) {
        connection.close();
        simulation.schedule(think.nextLong(), new Client()::open);
      } else {
        next(connection);
      }
    }

    private void next(TcpConnection connection) {
      long pause = think.nextLong();
      if (pause == 0) {
        ask(connection, simulation.now());
        return;
      }
      simulation.schedule(
          pause,
          () -> {
            if (connection.canSend()) {
              ask(connection, simulation.now());
            }
          });
    }

    @Override
    public void retransmitted() {
      retransmissions.increment();
    }

    /** Who lost its connection tries again after a second. */
    @Override
    public void ended(TcpConnection connection, TcpEnding ending) {
      if (ending != TcpEnding.CLOSED) {
        failed.increment();
        if (!answered || spec.connections() == RequestResponseSpec.Connections.KEPT) {
          simulation.schedule(1_000_000_000L, new Client()::open);
        }
      }
    }
  }
}
