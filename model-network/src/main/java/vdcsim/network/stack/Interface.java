package vdcsim.network.stack;

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
import vdcsim.network.station.Station;

/** A card of a host, with its address and the cache of its neighbours. */
final class Interface implements ArpSender {
  private final Simulation simulation;
  private final Station station;
  private final Ipv4Interface address;
  private final Stack stack;
  private final ArpCache neighbours;

  Interface(Simulation simulation, Station station, Ipv4Interface address, Stack stack) {
    this.simulation = simulation;
    this.station = station;
    this.address = address;
    this.stack = stack;
    this.neighbours =
        new ArpCache(simulation, station.name(), station.address(), address.address(), this);
    station.register(
        ArpMessage.ETHER_TYPE, (port, frame) -> neighbours.receive((ArpMessage) frame.payload()));
    station.register(
        Ipv4Packet.ETHER_TYPE, (port, frame) -> stack.receive((Ipv4Packet) frame.payload()));
  }

  Ipv4Interface address() {
    return address;
  }

  boolean isFor(Ipv4Address destination) {
    return destination.equals(address.address())
        || destination.equals(address.broadcast())
        || destination.equals(Ipv4Address.BROADCAST);
  }

  /** Sends a packet to a station of this network, or to all of them. */
  void send(Ipv4Address nextHop, Ipv4Packet packet) {
    if (nextHop.equals(address.broadcast()) || nextHop.equals(Ipv4Address.BROADCAST)) {
      transmit(MacAddress.BROADCAST, packet);
    } else {
      neighbours.send(nextHop, packet);
    }
  }

  @Override
  public void transmit(MacAddress destination, Payload payload) {
    station.send(new Frame(destination, station.address(), payload, simulation.now()));
  }

  @Override
  public void unreachable(Ipv4Packet packet) {
    stack.unreachable(packet);
  }
}
