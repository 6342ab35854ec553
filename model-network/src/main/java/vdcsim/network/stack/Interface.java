package vdcsim.network.stack;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import vdcsim.hardware.ethernet.EthernetPort;
import vdcsim.hardware.ethernet.Frame;
import vdcsim.hardware.ethernet.MacAddress;
import vdcsim.hardware.ethernet.Payload;
import vdcsim.kernel.Simulation;
import vdcsim.network.arp.ArpCache;
import vdcsim.network.arp.ArpMessage;
import vdcsim.network.arp.ArpSender;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Interface;
import vdcsim.network.ip.Ipv4Packet;
import vdcsim.network.station.PassingOn;
import vdcsim.network.station.Station;

/** A card of a machine, with its address and the cache of its neighbours. */
public final class Interface implements ArpSender, PassingOn {
  /** 01-00-5E-00-00-00, below which multicast groups are mapped (RFC 1112, 6.4). */
  private static final long MULTICAST = 0x0100_5E00_0000L;

  private final Simulation simulation;
  private final Station station;
  private final String name;
  private Ipv4Interface address;
  private final int mtu;
  private final Stack stack;
  private final ArpCache neighbours;
  private final Set<Ipv4Address> groups = new TreeSet<>();

  Interface(Simulation simulation, Station station, Ipv4Interface address, int mtu, Stack stack) {
    this.simulation = simulation;
    this.station = station;
    this.name = station.name().substring(stack.name().length() + 1);
    this.address = address;
    this.mtu = mtu;
    this.stack = stack;
    this.neighbours =
        new ArpCache(stack.clock(), station.name(), station.address(), address.address(), this);
    station.register(
        ArpMessage.ETHER_TYPE, (port, frame) -> neighbours.receive((ArpMessage) frame.payload()));
    station.register(
        Ipv4Packet.ETHER_TYPE, (port, frame) -> stack.receive(this, (Ipv4Packet) frame.payload()));
    station.passOn(this);
  }

  /** The card's name within its machine, as {@code eth0}. */
  public String name() {
    return name;
  }

  /** Its address, and the network that it belongs to; {@link Ipv4Interface#NONE} without one. */
  public Ipv4Interface address() {
    return address;
  }

  /** Whether it has an address. */
  public boolean hasAddress() {
    return !address.equals(Ipv4Interface.NONE);
  }

  /** Has another address from now on, or none ({@link Ipv4Interface#NONE}), with its route. */
  public void readdress(Ipv4Interface changed) {
    if (!changed.equals(address)) {
      Ipv4Interface before = address;
      address = changed;
      neighbours.readdress(changed.address());
      stack.addressChanged(this, before);
    }
  }

  /** The longest packet that it sends whole, in bytes. */
  public int mtu() {
    return mtu;
  }

  /** The rate of its cable, in bits per second. */
  public long bitsPerSecond() {
    return station.bitsPerSecond();
  }

  /** Whether its cable has carrier. */
  public boolean isUp() {
    return station.card().hasCarrier();
  }

  /** Its Ethernet end. */
  public EthernetPort card() {
    return station.card();
  }

  /** The hardware addresses of its neighbours, as far as they are known. */
  public ArpCache neighbours() {
    return neighbours;
  }

  /** Takes packets to a multicast group from now on. */
  public void join(Ipv4Address group) {
    groups.add(group);
    station.join(multicast(group));
  }

  /** Tells all stations of the network which card has this address (RFC 5227, 3). */
  public void announce() {
    neighbours.announce();
  }

  /** What it knows of its neighbours, a row each. */
  List<List<String>> neighbourRows() {
    return neighbours.rows();
  }

  /**
   * Whether a packet that came over this card is for its machine. A host takes whatever comes to
   * the hardware address of a card that has no other yet, since so it is given one (RFC 2131, 2).
   */
  boolean isFor(Ipv4Address destination) {
    return (!hasAddress() && !stack.isForwarding())
        || destination.equals(address.address())
        || isBroadcast(destination)
        || destination.equals(Ipv4Address.BROADCAST)
        || groups.contains(destination);
  }

  /** Whether an address means every station of the card's network. */
  boolean isBroadcast(Ipv4Address destination) {
    return address.isBroadcast(destination);
  }

  /** Hands a packet to a station of this network, to a group, or to all. */
  void send(Ipv4Address nextHop, Ipv4Packet packet) {
    if (nextHop.isMulticast()) {
      transmit(multicast(nextHop), packet);
    } else if (nextHop.equals(Ipv4Address.BROADCAST) || isBroadcast(nextHop)) {
      transmit(MacAddress.BROADCAST, packet);
    } else {
      neighbours.send(nextHop, packet);
    }
  }

  private static MacAddress multicast(Ipv4Address group) {
    return new MacAddress(MULTICAST | (group.bits() & 0x7F_FFFF));
  }

  @Override
  public boolean passesOn(Frame frame) {
    return frame.payload() instanceof Ipv4Packet packet && stack.passesOn(this, packet);
  }

  @Override
  public boolean tracks() {
    return stack.isHooked();
  }

  @Override
  public void transmit(MacAddress destination, Payload payload) {
    Frame frame = new Frame(destination, station.address(), payload, simulation.now());
    if (stack.isPassingOn()) {
      station.sendOn(frame);
    } else {
      station.send(frame);
    }
  }

  @Override
  public void unreachable(Ipv4Packet packet) {
    stack.unreachable(packet);
  }
}
