package vdcsim.network.service;

import vdcsim.kernel.Simulation;
import vdcsim.kernel.metric.Counter;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.world.Wiring;
import vdcsim.kernel.world.World;
import vdcsim.network.ip.Ipv4Packet;
import vdcsim.network.stack.Stack;
import vdcsim.network.stack.Stacks;
import vdcsim.network.tcp.Tcp;
import vdcsim.network.tcp.TcpConnection;
import vdcsim.network.tcp.TcpUser;
import vdcsim.network.udp.Datagram;
import vdcsim.network.udp.Udp;
import vdcsim.network.udp.UdpSocket;

/**
 * The ports of a host that listens.
 *
 * <p>Metric, below the host's name: {@code requests-answered}.
 */
public final class Services {
  private final Stack stack;
  private final Simulation simulation;
  private final Counter answered;

  private Services(Stack stack) {
    this.stack = stack;
    this.simulation = stack.simulation();
    this.answered = simulation.metrics().counter(stack.name() + ".requests-answered", Unit.COUNT);
  }

  /** Lets a machine listen, once it has its stack. */
  public static Wiring make(String machine, ListenSpec spec, World world) {
    return () -> {
      Services services = new Services(Stacks.at("listen", machine, world));
      spec.ports().forEach(services::listen);
    };
  }

  private void listen(PortSpec port) {
    switch (port.transport()) {
      case UDP -> new UdpService(port);
      case TCP -> Tcp.of(stack).listen(port.number(), connection -> new TcpService(port));
      case ICMP -> throw new IllegalArgumentException("ICMP has no ports");
    }
  }

  /** A connection of TCP: one answer, and it is over. */
  private final class TcpService implements TcpUser {
    private final PortSpec port;

    TcpService(PortSpec port) {
      this.port = port;
    }

    @Override
    public void established(TcpConnection connection) {
      simulation.schedule(port.answerAfter().toNanos(), () -> answer(connection));
    }

    private void answer(TcpConnection connection) {
      if (connection.canSend()) {
        answered.increment();
        Answer answer =
            new Answer(stack.name(), connection.remoteAddress(), connection.remotePort());
        connection.send(new Line(answer));
        connection.close();
      }
    }
  }

  /** A port of UDP. */
  private final class UdpService {
    private final PortSpec port;
    private final UdpSocket socket;

    UdpService(PortSpec port) {
      this.port = port;
      this.socket =
          Udp.of(stack).open(port.number(), (arrived, packet, datagram) -> hear(packet, datagram));
    }

    private void hear(Ipv4Packet packet, Datagram asked) {
      Answer answer = new Answer(stack.name(), packet.source(), asked.sourcePort());
      simulation.schedule(port.answerAfter().toNanos(), () -> answer(packet, answer));
    }

    private void answer(Ipv4Packet packet, Answer answer) {
      answered.increment();
      socket.answer(packet, answer);
    }
  }
}
