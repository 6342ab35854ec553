package vdcsim.network.match;

import java.util.Optional;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Packet;
import vdcsim.network.ip.Ipv4Prefix;
import vdcsim.network.ip.Ported;
import vdcsim.network.stack.Passage;
import vdcsim.network.stack.Stack;

/**
 * What a rule asks of a packet; what is empty is not asked.
 *
 * @param source the network that the sender belongs to
 * @param destination the network that the packet is for
 * @param own whether it must be for an address of the machine itself, 127.0.0.0/8 aside
 * @param in the interface over which it came; with a {@code !} before it any other
 * @param out the interface over which it leaves; with a {@code !} before it any other
 * @param transport the protocol
 * @param port the destination port
 */
public record PacketMatch(
    Optional<Ipv4Prefix> source,
    Optional<Ipv4Prefix> destination,
    boolean own,
    Optional<String> in,
    Optional<String> out,
    Optional<Transport> transport,
    Optional<Integer> port) {

  /** Every packet. */
  public static final PacketMatch ANY =
      new PacketMatch(
          Optional.empty(),
          Optional.empty(),
          false,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** Packets from this network only. */
  public PacketMatch from(Ipv4Prefix network) {
    return new PacketMatch(Optional.of(network), destination, own, in, out, transport, port);
  }

  /** Packets for this network only. */
  public PacketMatch to(Ipv4Prefix network) {
    return new PacketMatch(source, Optional.of(network), own, in, out, transport, port);
  }

  /** Packets for an address of the machine itself only. */
  public PacketMatch toOwn() {
    return new PacketMatch(source, destination, true, in, out, transport, port);
  }

  /** Packets that came over this interface only, or, with a {@code !} before it, over any other. */
  public PacketMatch over(String interfaceName) {
    return new PacketMatch(
        source, destination, own, Optional.of(interfaceName), out, transport, port);
  }

  /** Packets that leave over this interface only, or, with a {@code !} before it, any other. */
  public PacketMatch leaving(String interfaceName) {
    return new PacketMatch(
        source, destination, own, in, Optional.of(interfaceName), transport, port);
  }

  /** Packets of this protocol only. */
  public PacketMatch of(Transport protocol) {
    return new PacketMatch(source, destination, own, in, out, Optional.of(protocol), port);
  }

  /** Packets to this port of this protocol only. */
  public PacketMatch at(Transport protocol, int destinationPort) {
    return new PacketMatch(
        source, destination, own, in, out, Optional.of(protocol), Optional.of(destinationPort));
  }

  /** Whether a packet on its way through a machine is what is asked. */
  public boolean matches(Stack machine, Passage passage) {
    Ipv4Packet packet = passage.packet();
    return (in.isEmpty() || isOver(in.get(), passage.in()))
        && (out.isEmpty() || isOver(out.get(), passage.out()))
        && (source.isEmpty() || source.get().contains(packet.source()))
        && (destination.isEmpty() || destination.get().contains(packet.destination()))
        && (!own || isOwn(machine, packet))
        && (transport.isEmpty() || transport.get().number() == packet.content().protocol())
        && (port.isEmpty() || isAt(port.get(), packet));
  }

  private static boolean isOwn(Stack machine, Ipv4Packet packet) {
    return machine.owns(packet.destination()) && packet.destination().bits() >>> 24 != 127;
  }

  private static boolean isOver(String asked, String over) {
    return asked.startsWith("!") ? !asked.substring(1).equals(over) : asked.equals(over);
  }

  private static boolean isAt(int port, Ipv4Packet packet) {
    return packet.content() instanceof Ported ported && ported.destinationPort() == port;
  }

  /** The network of one address alone. */
  public static Ipv4Prefix only(Ipv4Address address) {
    return Ipv4Prefix.of(address, 32);
  }
}
