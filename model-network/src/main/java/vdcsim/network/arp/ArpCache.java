package vdcsim.network.arp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import vdcsim.hardware.ethernet.MacAddress;
import vdcsim.kernel.Clock;
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

  private final Clock clock;
  private final ArpSender sender;
  private final MacAddress hardware;
  private Ipv4Address address;
  private List<Ipv4Address> published = List.of();
  private final long reachableNs;
  private final Map<Ipv4Address, Neighbour> neighbours = new TreeMap<>();
  private final List<Runnable> listeners = new ArrayList<>();
  private final List<Consumer<ArpMessage>> readers = new ArrayList<>();
  private final Counter requests;
  private final Counter replies;

  /**
   * An empty cache.
   *
   * @param clock the machine's clock
   * @param card the card's name, for metrics and random numbers
   * @param hardware the card's own hardware address
   * @param address the card's own address; 0.0.0.0 while it has none
   */
  public ArpCache(
      Clock clock, String card, MacAddress hardware, Ipv4Address address, ArpSender sender) {
    this.clock = clock;
    this.sender = sender;
    this.hardware = hardware;
    this.address = address;
    Simulation simulation = clock.simulation();
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

  /**
   * The card has this address from now on, or none ({@code 0.0.0.0}). What was known of others is
   * forgotten, as it belonged to the old network (Linux, arp_ifdown).
   */
  public void readdress(Ipv4Address own) {
    address = own;
    List<Neighbour> forgotten = List.copyOf(neighbours.values());
    neighbours.clear();
    forgotten.forEach(Neighbour::forget);
    changed();
  }

  private boolean hasAddress() {
    return !address.equals(Ipv4Address.UNSPECIFIED);
  }

  /**
   * Sends a packet to a station of the network, asking for its hardware address where needed. A
   * card without an address can ask nobody: the packet is given up.
   */
  public void send(Ipv4Address nextHop, Ipv4Packet packet) {
    if (hasAddress()) {
      neighbour(nextHop).send(packet);
    } else {
      sender.unreachable(packet);
    }
  }

  /** Somebody says which station has an address (Linux, SIOCSARP); nobody need be asked then. */
  public void learn(Ipv4Address station, MacAddress stationHardware) {
    neighbour(station).confirm(stationHardware);
  }

  /** Shows every message that arrives to {@code reader}, from now on. */
  public void onMessage(Consumer<ArpMessage> reader) {
    readers.add(reader);
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
    Neighbour known = neighbours.get(station);
    if (known == null) {
      known = new Neighbour(clock, this, station);
      neighbours.put(station, known);
    }
    return known;
  }

  /** Asks who has an address: all stations, or the one at {@code destination} alone. */
  void request(Ipv4Address wanted, MacAddress destination) {
    requests.increment();
    sender.transmit(
        destination,
        new ArpMessage(ArpMessage.REQUEST, hardware, address, ArpMessage.UNKNOWN, wanted));
  }

  /** Asks whether a station has an address, without claiming it (RFC 5227, 2.1.1). */
  public void probe(Ipv4Address wanted) {
    requests.increment();
    sender.transmit(
        MacAddress.BROADCAST,
        new ArpMessage(
            ArpMessage.REQUEST, hardware, Ipv4Address.UNSPECIFIED, ArpMessage.UNKNOWN, wanted));
  }

  /** Tells all stations of the own address, unasked (RFC 5227, 3). */
  public void announce() {
    request(address, MacAddress.BROADCAST);
  }

  /**
   * Answers for other addresses as well, from now on, as for its own (RFC 1027; Linux, {@code ip
   * neigh add proxy}).
   */
  public void publish(List<Ipv4Address> others) {
    published = List.copyOf(others);
  }

  /**
   * Takes in a message, as RFC 826, Packet Reception, has it: what is known is renewed; who asks
   * for this station is remembered, and answered; a probe comes from no address yet.
   */
  public void receive(ArpMessage message) {
    readers.forEach(reader -> reader.accept(message));
    Ipv4Address wanted = message.targetProtocol();
    boolean forMe = hasAddress() && (wanted.equals(address) || published.contains(wanted));
    if (forMe && message.operation() == ArpMessage.REQUEST) {
      if (!message.senderProtocol().equals(Ipv4Address.UNSPECIFIED)) {
        neighbour(message.senderProtocol()).hear(message.senderHardware());
      }
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
            request.targetProtocol(),
            request.senderHardware(),
            request.senderProtocol()));
  }
}
