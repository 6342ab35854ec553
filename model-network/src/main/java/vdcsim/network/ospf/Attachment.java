package vdcsim.network.ospf;

import java.util.Optional;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Interface;
import vdcsim.network.ip.Ipv4Packet;
import vdcsim.network.ospf.packet.OspfPacket;
import vdcsim.network.stack.Interface;
import vdcsim.network.stack.Stack;

/** What an OSPF interface stands on: a card, or the way to the other end of a virtual link. */
interface Attachment {
  /** The interface's own address; a virtual link that is down has none. */
  Ipv4Interface address();

  /** The longest IP packet. */
  int mtu();

  /** Sends a packet; over a virtual link it goes to the other end whatever the destination. */
  void send(Ipv4Address destination, OspfPacket packet);

  /** A card of the router. */
  record OnCard(Stack stack, Interface card) implements Attachment {
    /** OSPF packets go one hop (RFC 2328, A.1). */
    private static final int TIME_TO_LIVE = 1;

    @Override
    public Ipv4Interface address() {
      return card.address();
    }

    @Override
    public int mtu() {
      return card.mtu();
    }

    @Override
    public void send(Ipv4Address destination, OspfPacket packet) {
      stack.sendOver(card, destination, TIME_TO_LIVE, packet);
    }
  }

  /** A virtual link: packets are routed through an area (RFC 2328, 15). */
  final class Virtual implements Attachment {
    private static final Ipv4Interface NOWHERE = new Ipv4Interface(new Ipv4Address(0), 32);

    /** FRRouting, OSPF_VL_IP_TTL. */
    private static final int TIME_TO_LIVE = 100;

    /** FRRouting, OSPF_VL_MTU. */
    private static final int MTU = 1500;

    private final Stack stack;
    private Optional<Ways> ways = Optional.empty();

    /** Both ends of a virtual link, as the shortest path tree of its area has them. */
    record Ways(Ipv4Address own, Ipv4Address peer) {}

    Virtual(Stack stack) {
      this.stack = stack;
    }

    /** From now on the link goes this way; empty where there is none. */
    void lead(Optional<Ways> newWays) {
      ways = newWays;
    }

    @Override
    public Ipv4Interface address() {
      return ways.map(w -> new Ipv4Interface(w.own(), 32)).orElse(NOWHERE);
    }

    @Override
    public int mtu() {
      return MTU;
    }

    @Override
    public void send(Ipv4Address destination, OspfPacket packet) {
      ways.ifPresent(w -> stack.send(w.own(), w.peer(), TIME_TO_LIVE, packet));
    }
  }

  /** The bytes of an IP header. */
  static int headerBytes() {
    return Ipv4Packet.HEADER_BYTES;
  }
}
