package vdcsim.network.stack;

import java.util.List;
import java.util.Optional;
import vdcsim.network.icmp.IcmpError;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Packet;
import vdcsim.network.ip.Ported;
import vdcsim.network.routing.NextHop;

/**
 * The way of packets through a stack: those of this machine out, those of others in, and perhaps on
 * (RFC 1812, 5.2; Linux, the points of netfilter).
 */
final class PacketPath {
  private final Stack stack;
  private final Hooks hooks;
  private final Protocols protocols;
  private final PacketCounters counters;
  private final Reassembly reassembly;

  private boolean passingOn;

  PacketPath(Stack stack, Hooks hooks, Protocols protocols, PacketCounters counters) {
    this.stack = stack;
    this.hooks = hooks;
    this.protocols = protocols;
    this.counters = counters;
    this.reassembly =
        new Reassembly(
            stack.simulation(),
            p -> stack.icmp().tell(IcmpError.Kind.REASSEMBLY_TIME_EXCEEDED, 0, p));
  }

  boolean isPassingOn() {
    return passingOn;
  }

  /** A packet of this machine's sets out. */
  void depart(Ipv4Packet packet, Passage passage) {
    counters.sent.increment();
    Ipv4Packet passed =
        passage == Passage.NONE ? packet : at(HookPoint.OUTPUT, passage, over(packet), packet);
    if (!Hooks.isTaken(passed)) {
      leave(passed, passage);
    }
  }

  /** The name of the interface over which a packet of this machine's leaves, "" without a way. */
  private String over(Ipv4Packet packet) {
    if (stack.owns(packet.destination())) {
      return Stack.LOOPBACK;
    } else if (packet.destination().equals(Ipv4Address.BROADCAST)) {
      return stack.interfaces().get(0).name();
    }
    List<NextHop> ways = stack.routes().ways(packet.destination());
    return ways.isEmpty()
        ? ""
        : FlowHash.choose(stack.name(), ways, packet).interfaceName().orElseThrow();
  }

  private void leave(Ipv4Packet packet, Passage passage) {
    if (stack.owns(packet.destination())) {
      loop(packet, passage);
    } else if (packet.destination().equals(Ipv4Address.UNSPECIFIED)
        || packet.source().equals(Ipv4Address.UNSPECIFIED)) {
      // A machine, this one or the other, that has no address yet (RFC 1122, 3.2.1.3).
      counters.unreachable.increment();
    } else if (packet.destination().equals(Ipv4Address.BROADCAST)) {
      emit(packet, stack.interfaces().get(0), packet.destination(), passage);
    } else {
      route(packet, passage);
    }
  }

  /** Sends a packet to this machine itself. */
  private void loop(Ipv4Packet packet, Passage passage) {
    Ipv4Packet passed = at(HookPoint.POSTROUTING, passage, Stack.LOOPBACK, packet);
    if (!Hooks.isTaken(passed)) {
      Passage back = passage.looped();
      stack.simulation().schedule(0, () -> comeBack(passed, back));
    }
  }

  private void comeBack(Ipv4Packet packet, Passage passage) {
    Ipv4Packet passed = hooks.pass(HookPoint.PREROUTING, passage, packet);
    if (!Hooks.isTaken(passed)) {
      deliver(stack.interfaces().get(0), passed, passage);
    }
  }

  void departOver(Interface card, Ipv4Packet packet) {
    counters.sent.increment();
    Passage passage = hooks.begin();
    Ipv4Packet passed = at(HookPoint.OUTPUT, passage, card.name(), packet);
    if (!Hooks.isTaken(passed)) {
      emit(passed, card, passed.destination(), passage);
    }
  }

  private Ipv4Packet at(HookPoint point, Passage passage, String out, Ipv4Packet packet) {
    if (passage == Passage.NONE) {
      return packet;
    }
    passage.leaves(out);
    return hooks.pass(point, passage, packet);
  }

  /** Sends a packet the way that the routing table says; returns whether there was one. */
  private boolean route(Ipv4Packet packet, Passage passage) {
    List<NextHop> ways = stack.routes().ways(packet.destination());
    if (ways.isEmpty()) {
      noWay(packet, passage);
      return false;
    }
    NextHop way = FlowHash.choose(stack.name(), ways, packet);
    Optional<Interface> card = stack.find(way.interfaceName().orElseThrow());
    if (card.isEmpty()) {
      counters.discarded.increment();
      return false;
    }
    return pass(packet, card.get(), way.gateway().orElse(packet.destination()), passage);
  }

  private void noWay(Ipv4Packet packet, Passage passage) {
    if (stack.routes().lookUp(packet.destination()).route().isPresent()) {
      counters.discarded.increment();
    } else {
      counters.unreachable.increment();
      stack.icmp().tell(IcmpError.Kind.NETWORK_UNREACHABLE, 0, packet, passage);
    }
  }

  private boolean pass(Ipv4Packet packet, Interface card, Ipv4Address nextHop, Passage passage) {
    if (packet.length() > card.mtu() && !packet.fragment().mayFragment()) {
      counters.tooLong.increment();
      stack.icmp().tell(IcmpError.Kind.FRAGMENTATION_NEEDED, card.mtu(), packet, passage);
      return false;
    }
    Ipv4Packet passed = packet;
    if (!passage.in().isEmpty()) {
      passed = at(HookPoint.FORWARD, passage, card.name(), packet);
    }
    return !Hooks.isTaken(passed) && emit(passed, card, nextHop, passage);
  }

  private boolean emit(Ipv4Packet packet, Interface card, Ipv4Address nextHop, Passage passage) {
    Ipv4Packet passed = at(HookPoint.POSTROUTING, passage, card.name(), packet);
    if (Hooks.isTaken(passed)) {
      return false;
    }
    if (passed.length() <= card.mtu()) {
      card.send(nextHop, passed);
      return true;
    }
    for (Ipv4Packet part : passed.cut(card.mtu())) {
      card.send(nextHop, part);
    }
    return true;
  }

  void receive(Interface arrived, Ipv4Packet packet) {
    if (hooks.areUnused()) {
      steer(arrived, packet, Passage.NONE);
      return;
    }
    Optional<Ipv4Packet> whole = reassembly.take(packet);
    if (whole.isPresent()) {
      receiveHooked(arrived, whole.get());
    }
  }

  private void receiveHooked(Interface arrived, Ipv4Packet whole) {
    Passage passage = new Passage(arrived.name());
    Ipv4Packet passed = hooks.pass(HookPoint.PREROUTING, passage, whole);
    if (!Hooks.isTaken(passed)) {
      steer(arrived, passed, passage);
    }
  }

  /** Decides whether a packet is for this machine, for others, or for nobody. */
  private void steer(Interface arrived, Ipv4Packet packet, Passage passage) {
    Ipv4Address destination = packet.destination();
    if (stack.owns(packet.source()) || OwnAddresses.isLoopback(destination)) {
      // RFC 1812, 5.3.7; Linux drops them even where it filters no reverse path.
      counters.martian.increment();
    } else if (arrived.isFor(destination) || stack.owns(destination) || stack.isTransparent()) {
      Optional<Ipv4Packet> whole = reassembly.take(packet);
      if (whole.isPresent()) {
        deliver(arrived, whole.get(), passage);
      }
    } else if (!stack.isForwarding() || destination.isMulticast()) {
      counters.notMine.increment();
    } else {
      forward(arrived, packet, passage);
    }
  }

  private void forward(Interface arrived, Ipv4Packet packet, Passage passage) {
    if (packet.timeToLive() <= 1) {
      counters.expired.increment();
      stack.icmp().tell(IcmpError.Kind.TIME_TO_LIVE_EXCEEDED, 0, packet, passage);
      return;
    }
    stack.icmp().redirectIfBetter(arrived, packet, passage);
    passingOn = true;
    boolean gone = route(packet.forwarded(), passage);
    passingOn = false;
    if (gone) {
      counters.forwarded.increment();
    }
  }

  private void deliver(Interface arrived, Ipv4Packet packet, Passage passage) {
    Ipv4Packet passed = hooks.pass(HookPoint.INPUT, passage, packet);
    if (Hooks.isTaken(passed)) {
      return;
    }
    counters.received.increment();
    Optional<PacketHandler> protocol = protocols.find(passed.content().protocol());
    if (protocol.isPresent()) {
      protocol.get().receive(arrived, passed);
    } else {
      // Every host has UDP and TCP (RFC 1122, 4.1 and 4.2), even one that uses no port of them.
      boolean ported = passed.content() instanceof Ported;
      stack
          .icmp()
          .tell(
              ported ? IcmpError.Kind.PORT_UNREACHABLE : IcmpError.Kind.PROTOCOL_UNREACHABLE,
              0,
              passed);
    }
  }

  void unreachable(Ipv4Packet packet) {
    counters.unreachable.increment();
    stack.icmp().tell(IcmpError.Kind.HOST_UNREACHABLE, 0, packet);
  }
}
