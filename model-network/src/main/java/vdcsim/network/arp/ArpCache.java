package vdcsim.network.arp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vdcsim.hardware.ethernet.MacAddress;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.metric.Counter;
import vdcsim.kernel.quantity.Unit;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Packet;

/**
 * Finds the hardware addresses of a network's other stations (RFC 826), and answers for its own.
 *
 * <p>Metrics, below the card's name: {@code arp-requests} and {@code arp-replies} sent.
 */
public final class ArpCache {
  /** How many packets wait for an answer; more push the oldest out. */
  static final int MOST_WAITING = 100;

  /** Linux, base_reachable_time_ms; each cache draws from half of it to one and a half. */
  private static final double REACHABLE_NS = 30e9;

  private final Simulation simulation;
  private final ArpSender sender;
  private final MacAddress hardware;
  private final Ipv4Address address;
  private final long reachableNs;
  private final Map<Ipv4Address, Neighbour> neighbours = new TreeMap<>();
  private final List<Runnable> listeners = new ArrayList<>();
  private final Counter requests;
  private final Counter replies;

  /**
   * An empty cache.
   *
   * @param card the card's name, for metrics and random numbers
   * @param hardware the card's own hardware address
   * @param address the card's own address
   */
  public ArpCache(
      Simulation simulation,
      String card,
      MacAddress hardware,
      Ipv4Address address,
      ArpSender sender) {
    this.simulation = simulation;
    this.sender = sender;
    this.hardware = hardware;
    this.address = address;
    double share = 0.5 + simulation.random().stream(card + ".arp-reachable-time").nextDouble();
    this.reachableNs = (long) (REACHABLE_NS * share);
    this.requests = simulation.metrics().counter(card + ".arp-requests", Unit.FRAMES);
    this.replies = simulation.metrics().counter(card + ".arp-replies", Unit.FRAMES);
  }

  ArpSender sender() {
    return sender;
  }

  long reachableNs() {
    return reachableNs;
  }

  /** Sends a packet to a station of the network, asking for its hardware address where needed. */
  public void send(Ipv4Address nextHop, Ipv4Packet packet) {
    neighbour(nextHop).send(packet);
  }

  /** Runs {@code listener} whenever {@link #known} may have become another, from now on. */
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }

  void changed() {
    listeners.forEach(Runnable::run);
  }

  /** The hardware address that is known of a station, if one is. */
  public Optional<MacAddress> known(Ipv4Address station) {
    return Optional.ofNullable(neighbours.get(station))
        .filter(Neighbour::isKnown)
        .map(Neighbour::hardware);
  }

  /**
   * All neighbours as rows of text: address, hardware address, state; in the order of addresses.
   */
  public List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>();
    neighbours.forEach(
        (station, neighbour) -> {
          boolean known = !neighbour.hardware().equals(ArpMessage.UNKNOWN);
          rows.add(
              List.of(
                  station.toString(),
                  known ? neighbour.hardware().toString() : "",
                  neighbour.state().name().toLowerCase(Locale.ROOT)));
        });
    return rows;
  }

  private Neighbour neighbour(Ipv4Address station) {
    return neighbours.computeIfAbsent(station, a -> new Neighbour(simulation, this, a));
  }

  /** Asks who has an address: all stations, or the one at {@code destination} alone. */
  void request(Ipv4Address wanted, MacAddress destination) {
    requests.increment();
    sender.transmit(
        destination,
        new ArpMessage(ArpMessage.REQUEST, hardware, address, ArpMessage.UNKNOWN, wanted));
  }

  /** Tells all stations of the own address, unasked (RFC 5227, 3). */
  public void announce() {
    request(address, MacAddress.BROADCAST);
  }

  /**
   * Takes in a message, as RFC 826, Packet Reception, has it: what is known is renewed; who asks
   * for this station is remembered, and answered.
   */
  public void receive(ArpMessage message) {
    boolean forMe = message.targetProtocol().equals(address);
    if (forMe && message.operation() == ArpMessage.REQUEST) {
      neighbour(message.senderProtocol()).hear(message.senderHardware());
      reply(message);
    } else if (forMe) {
      answered(message);
    } else if (neighbours.containsKey(message.senderProtocol())) {
      neighbour(message.senderProtocol()).hear(message.senderHardware());
    }
  }

  /** An answer counts only where somebody was asked: there is no entry for others. */
  private void answered(ArpMessage message) {
    if (neighbours.containsKey(message.senderProtocol())) {
      neighbour(message.senderProtocol()).confirm(message.senderHardware());
    }
  }

  private void reply(ArpMessage request) {
    replies.increment();
    sender.transmit(
        request.senderHardware(),
        new ArpMessage(
            ArpMessage.REPLY,
            hardware,
            address,
            request.senderHardware(),
            request.senderProtocol()));
  }
}
