package vdcsim.network.dhcp;

import java.util.List;
import java.util.Optional;
import vdcsim.kernel.metric.Counter;
import vdcsim.kernel.world.Wiring;
import vdcsim.kernel.world.World;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Packet;
import vdcsim.network.stack.Interface;
import vdcsim.network.stack.Stack;
import vdcsim.network.stack.Stacks;
import vdcsim.network.udp.Datagram;
import vdcsim.network.udp.Udp;
import vdcsim.network.udp.UdpSocket;

/**
 * The relay agent of a router (RFC 1542, 4.1; RFC 2131, 4.1).
 *
 * <p>Metrics, below its name and {@code .dhcp-relay}: {@code questions-relayed} and {@code
 * answers-relayed}; {@code messages-ignored}, which came too far, were for another agent, or are
 * heard by the server itself.
 */
public final class DhcpRelay {
  /** RFC 1542, 4.1.1: a message that has come so far is in a circle. */
  private static final int MOST_HOPS = 16;

  private final Stack stack;
  private final List<Ipv4Address> servers;
  private final UdpSocket socket;
  private final MessageLog log;
  private final Counter questions;
  private final Counter answers;

  private DhcpRelay(Stack stack, List<Ipv4Address> servers) {
    this.stack = stack;
    this.servers = servers;
    this.socket = Udp.of(stack).open(DhcpMessage.SERVER_PORT, this::receive);
    this.log = new MessageLog(stack.simulation().metrics(), stack.name() + ".dhcp-relay.");
    this.questions = log.counter("questions-relayed");
    this.answers = log.counter("answers-relayed");
  }

  /** Lets a router relay. */
  public static Wiring make(String router, DhcpRelaySpec spec, World world) {
    return () -> {
      Stack stack = Stacks.at("", router, world);
      DhcpServer.takePort(stack);
      world.add(router, new DhcpRelay(stack, spec.addresses()));
    };
  }

  private void receive(Interface arrived, Ipv4Packet packet, Datagram datagram) {
    if (!(datagram.content() instanceof DhcpMessage message)) {
      log.ignored();
    } else if (message.type().isReply()) {
      answer(message);
    } else {
      question(arrived, message);
    }
  }

  private void question(Interface arrived, DhcpMessage message) {
    boolean relayed = false;
    for (Ipv4Address server : servers) {
      // A server in the client's own network has heard the question already.
      if (message.hops() < MOST_HOPS && !arrived.address().contains(server)) {
        DhcpMessage next = message.relayed(arrived.address().address());
        socket.send(server, DhcpMessage.SERVER_PORT, next);
        relayed = true;
      }
    }
    if (relayed) {
      questions.increment();
    } else {
      log.ignored();
    }
  }

  private void answer(DhcpMessage message) {
    Optional<Interface> towards =
        stack.interfaces().stream()
            .filter(card -> card.address().address().equals(message.relay()))
            .findFirst();
    if (towards.isPresent() && message.isRelayed()) {
      answers.increment();
      ClientSide.answer(socket, towards.get(), message);
    } else {
      log.ignored();
    }
  }
}
