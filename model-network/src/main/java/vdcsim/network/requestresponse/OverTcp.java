package vdcsim.network.requestresponse;

import vdcsim.kernel.Simulation;
import vdcsim.kernel.metric.Counter;
import vdcsim.kernel.quantity.Unit;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.stack.Stack;
import vdcsim.network.tcp.Tcp;
import vdcsim.network.tcp.TcpConnection;
import vdcsim.network.tcp.TcpEnding;
import vdcsim.network.tcp.TcpMessage;
import vdcsim.network.tcp.TcpMeter;
import vdcsim.network.tcp.TcpUser;

/** Requests over connections that are kept, or over one each. */
final class OverTcp {
  private final Simulation simulation;
  private final RequestResponseSpec spec;
  private final Exchange exchange;
  private final Tcp client;
  private final Ipv4Address to;
  private final int port;
  private final Counter connections;
  private final Counter failed;
  private final Counter retransmissions;

  OverTcp(String name, RequestResponseSpec spec, Exchange exchange, Stack from, Target target) {
    this.simulation = from.simulation();
    this.spec = spec;
    this.exchange = exchange;
    this.client = Tcp.of(from);
    this.connections = counter(name + ".connections");
    this.failed = counter(name + ".failed");
    this.retransmissions = counter(name + ".retransmissions");
    this.to = target.address();
    Tcp server = Tcp.of(target.server());
    this.port = target.port(server::isListening);
    server.listen(port, spec.settings(), accepted -> new Server());
  }

  private Counter counter(String metric) {
    return simulation.metrics().counter(metric, Unit.COUNT);
  }

  /** One more asks from now on. */
  void begin() {
    new Client().open();
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
      if (exchange.isOver()) {
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
      if (exchange.isOver()) {
        connection.close();
        return;
      }
      connection.send(exchange.next(sinceNs));
    }

    @Override
    public void received(TcpConnection connection, TcpMessage message) {
      exchange.answered(((Request) message).sentNs());
      answered = true;
      if (spec.connections() == RequestResponseSpec.Connections.EACH) {
        connection.close();
        simulation.schedule(exchange.pauseNs(), new Client()::open);
      } else {
        next(connection);
      }
    }

    private void next(TcpConnection connection) {
      long pause = exchange.pauseNs();
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
