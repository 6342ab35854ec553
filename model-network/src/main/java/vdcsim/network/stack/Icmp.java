package vdcsim.network.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import vdcsim.network.icmp.Echo;
import vdcsim.network.icmp.IcmpError;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Packet;
import vdcsim.network.routing.NextHop;

/** The part of a stack that answers echo requests, and tells and hears of errors (RFC 792). */
public final class Icmp implements PacketHandler {
  private final Stack stack;
  private final Map<Integer, Consumer<Ipv4Packet>> echoAskers = new TreeMap<>();
  private final List<Consumer<Ipv4Packet>> errorListeners = new ArrayList<>();

  Icmp(Stack stack) {
    this.stack = stack;
  }

  /** An identifier for echo requests that no other asker of this machine has. */
  public int nextEchoIdentifier() {
    return echoAskers.size() + 1;
  }

  /** Gives the answers to echo requests of this identifier to {@code asker}, from now on. */
  public void onEchoReply(int identifier, Consumer<Ipv4Packet> asker) {
    echoAskers.put(identifier, asker);
  }

  /**
   * Gives packets with an {@link IcmpError} to {@code listener}, from now on; the source says who
   * tells of the error.
   */
  public void onError(Consumer<Ipv4Packet> listener) {
    errorListeners.add(listener);
  }

  @Override
  public void receive(Interface arrived, Ipv4Packet packet) {
    if (packet.content() instanceof Echo echo) {
      echo(packet, echo);
    } else {
      List.copyOf(errorListeners).forEach(listener -> listener.accept(packet));
    }
  }

  /** Every host answers (RFC 1122, 3.2.2.6), from the address that was asked. */
  private void echo(Ipv4Packet packet, Echo echo) {
    if (echo.reply()) {
      echoAskers.getOrDefault(echo.identifier(), late -> {}).accept(packet);
    } else if (stack.owns(packet.destination())) {
      stack.send(
          /* source= */ packet.destination(),
          /* destination= */ packet.source(),
          Ipv4Packet.DEFAULT_TIME_TO_LIVE,
          echo.answer());
    } else {
      stack.send(packet.source(), echo.answer());
    }
  }

  /**
   * Tells the sender of a packet what went wrong with it, unless nothing may be told: about an
   * error, about what went to many, about a fragment other than the first (RFC 1122, 3.2.2).
   */
  public void tell(IcmpError.Kind kind, int parameter, Ipv4Packet about) {
    tell(kind, parameter, about, Passage.NONE);
  }

  /** The same about a packet that is on its way through the stack still. */
  public void tell(IcmpError.Kind kind, int parameter, Ipv4Packet about, Passage passage) {
    Ipv4Address destination = about.destination();
    boolean quiet =
        about.content() instanceof IcmpError
            || destination.isMulticast()
            || isBroadcast(destination)
            || (about.isFragment() && about.fragment().offset() > 0);
    if (!quiet) {
      source(about)
          .ifPresentOrElse(
              source -> stack.sendError(source, new IcmpError(kind, parameter, about), passage),
              () -> stack.send(about.source(), new IcmpError(kind, parameter, about)));
    }
  }

  /** The address that the packet was for, where that is this machine's (Linux, icmp_send). */
  private Optional<Ipv4Address> source(Ipv4Packet about) {
    return stack.owns(about.destination())
        ? Optional.of(about.destination())
        : stack.source(about.source());
  }

  /** Whether an address means every station, of all networks or of one of this machine's. */
  private boolean isBroadcast(Ipv4Address address) {
    return address.equals(Ipv4Address.BROADCAST)
        || stack.interfaces().stream().anyMatch(card -> card.isBroadcast(address));
  }

  /**
   * Tells a host of a better gateway: when its packet goes back to the network that it came from
   * (RFC 1812, 5.2.7.2).
   */
  void redirectIfBetter(Interface arrived, Ipv4Packet packet, Passage passage) {
    List<NextHop> ways = stack.routes().ways(packet.destination());
    boolean back =
        ways.size() == 1
            && ways.get(0).interfaceName().filter(arrived.name()::equals).isPresent()
            && arrived.address().contains(packet.source());
    if (back) {
      Ipv4Address better = ways.get(0).gateway().orElse(packet.destination());
      tell(IcmpError.Kind.REDIRECT, better.bits(), packet, passage);
    }
  }
}
