package vdcsim.network.requestresponse;

import java.nio.ByteBuffer;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.Timer;
import vdcsim.kernel.metric.Counter;
import vdcsim.kernel.quantity.Unit;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Packet;
import vdcsim.network.stack.Stack;
import vdcsim.network.udp.Datagram;
import vdcsim.network.udp.Udp;
import vdcsim.network.udp.UdpContent;
import vdcsim.network.udp.UdpSocket;

/** A datagram for each request, and one for its response; who gets none goes on with the next. */
final class OverUdp {
  private final Simulation simulation;
  private final RequestResponseSpec spec;
  private final Exchange exchange;
  private final Udp client;
  private final Ipv4Address to;
  private final int port;
  private final Counter lost;

  OverUdp(String name, RequestResponseSpec spec, Exchange exchange, Stack from, Target target) {
    this.simulation = from.simulation();
    this.spec = spec;
    this.exchange = exchange;
    this.client = Udp.of(from);
    this.lost = simulation.metrics().counter(name + ".lost", Unit.COUNT);
    this.to = target.address();
    Udp server = Udp.of(target.server());
    this.port = target.port(server::isTaken);
    Server answers = new Server();
    answers.socket =
        server.open(port, (card, packet, datagram) -> answers.answer(packet, datagram));
  }

  /** One more asks from now on. */
  void begin() {
    new Client().ask();
  }

  /** What a datagram carries of a request or its response. */
  private record Part(Request request, long number) implements UdpContent {
    @Override
    public int length() {
      return (int) Math.min(Datagram.MOST_BYTES, request.length());
    }

    @Override
    public void encode(ByteBuffer buffer) {
      buffer.put(new byte[length()]);
    }
  }

  /** Answers each request. */
  private static final class Server {
    private UdpSocket socket;

    void answer(Ipv4Packet packet, Datagram datagram) {
      if (datagram.content() instanceof Part part) {
        Request request = part.request();
        Request response = new Request(request.sentNs(), request.responseLength(), 0);
        socket.answer(packet, new Part(response, part.number()));
      }
    }
  }

  /** Asks one request after the other. */
  private final class Client {
    private final UdpSocket socket = client.open((card, packet, datagram) -> receive(datagram));
    private final Timer patience = new Timer(simulation, this::giveUp);
    private long number;

    void ask() {
      if (!exchange.isOver()) {
        number++;
        patience.start(spec.timeout().toNanos());
        socket.send(to, port, new Part(exchange.next(simulation.now()), number));
      }
    }

    private void giveUp() {
      lost.increment();
      ask();
    }

    private void receive(Datagram datagram) {
      if (datagram.content() instanceof Part part
          && part.number() == number
          && patience.isRunning()) {
        patience.stop();
        exchange.answered(part.request().sentNs());
        long pauseNs = exchange.pauseNs();
        if (pauseNs == 0) {
          ask();
        } else {
          simulation.schedule(pauseNs, this::ask);
        }
      }
    }
  }
}
