package vdcsim.network.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.metric.Counter;
import vdcsim.kernel.quantity.Unit;
import vdcsim.network.icmp.Echo;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Content;
import vdcsim.network.ip.Ipv4Packet;

/**
 * The network stack of a host: it sends packets to the networks of its cards and to its gateway,
 * gives what arrives to the protocols above, and answers echo requests, as every host must (RFC
 * 1122, 3.2.2.6). A host that forwards passes on what is for others.
 *
 * <p>Metrics, below the host's name: packets {@code packets-sent}, {@code packets-received}, {@code
 * packets-forwarded}, {@code packets-expired} whose time to live ran out, {@code packets-not-mine}
 * that were for another host, {@code packets-unreachable} that had no route or whose next hop did
 * not answer.
 */
public final class Stack {
  private final String name;
  private final Optional<Ipv4Address> gateway;
  private final boolean forwarding;
  private final List<Interface> interfaces = new ArrayList<>();
  private final Map<Integer, Consumer<Ipv4Packet>> protocols = new TreeMap<>();
  private final Map<Integer, Consumer<Ipv4Packet>> echoAskers = new TreeMap<>();
  private final Counter sent;
  private final Counter received;
  private final Counter forwarded;
  private final Counter expired;
  private final Counter notMine;
  private final Counter unreachable;
  private int identification;

  Stack(Simulation simulation, String name, Optional<Ipv4Address> gateway, boolean forwarding) {
    this.name = name;
    this.gateway = gateway;
    this.forwarding = forwarding;
    this.sent = simulation.metrics().counter(name + ".packets-sent", Unit.COUNT);
    this.received = simulation.metrics().counter(name + ".packets-received", Unit.COUNT);
    this.forwarded = simulation.metrics().counter(name + ".packets-forwarded", Unit.COUNT);
    this.expired = simulation.metrics().counter(name + ".packets-expired", Unit.COUNT);
    this.notMine = simulation.metrics().counter(name + ".packets-not-mine", Unit.COUNT);
    this.unreachable = simulation.metrics().counter(name + ".packets-unreachable", Unit.COUNT);
    protocols.put(Echo.PROTOCOL, this::echo);
  }

  void add(Interface added) {
    interfaces.add(added);
  }

  /** The host's name. */
  public String name() {
    return name;
  }

  /** The address of its first card. */
  public Ipv4Address address() {
    return interfaces.get(0).address().address();
  }

  /** Sends {@code content} to a host, from the card whose network the host belongs to. */
  public void send(Ipv4Address destination, Ipv4Content content) {
    Optional<Way> way = way(destination);
    if (way.isEmpty()) {
      unreachable.increment();
      return;
    }
    sent.increment();
    Ipv4Address source = way.get().card().address().address();
    identification = (identification + 1) & 0xFFFF;
    way.get()
        .send(
            new Ipv4Packet(
                source, destination, identification, Ipv4Packet.DEFAULT_TIME_TO_LIVE, content));
  }

  /** A card, and whom a packet is handed to from there. */
  private record Way(Interface card, Ipv4Address nextHop) {
    void send(Ipv4Packet packet) {
      card.send(nextHop, packet);
    }
  }

  /** Straight over the card whose network holds the destination, else over the gateway. */
  private Optional<Way> way(Ipv4Address destination) {
    return card(destination)
        .map(card -> new Way(card, destination))
        .or(() -> gateway.flatMap(g -> card(g).map(card -> new Way(card, g))));
  }

  /** The card whose network holds an address, the smallest network first. */
  private Optional<Interface> card(Ipv4Address destination) {
    Interface best = null;
    for (Interface candidate : interfaces) {
      boolean holds =
          candidate.address().contains(destination) || destination.equals(Ipv4Address.BROADCAST);
      if (holds && (best == null || candidate.address().length() > best.address().length())) {
        best = candidate;
      }
    }
    return Optional.ofNullable(best);
  }

  /** Gives the answers to echo requests of this identifier to {@code asker}, from now on. */
  public void onEchoReply(int identifier, Consumer<Ipv4Packet> asker) {
    echoAskers.put(identifier, asker);
  }

  /** An identifier for echo requests that no other asker of this host has. */
  public int nextEchoIdentifier() {
    return echoAskers.size() + 1;
  }

  void receive(Ipv4Packet packet) {
    if (interfaces.stream().noneMatch(card -> card.isFor(packet.destination()))) {
      pass(packet);
      return;
    }
    received.increment();
    Consumer<Ipv4Packet> protocol = protocols.get(packet.content().protocol());
    if (protocol != null) {
      protocol.accept(packet);
    }
  }

  /** For another host: passed on by a router, lost at others. */
  private void pass(Ipv4Packet packet) {
    Optional<Way> way = forwarding ? way(packet.destination()) : Optional.empty();
    if (!forwarding) {
      notMine.increment();
    } else if (packet.timeToLive() <= 1) {
      expired.increment();
    } else if (way.isEmpty()) {
      unreachable.increment();
    } else {
      forwarded.increment();
      way.get().send(packet.forwarded());
    }
  }

  private void echo(Ipv4Packet packet) {
    Echo echo = (Echo) packet.content();
    if (!echo.reply()) {
      send(packet.source(), echo.answer());
      return;
    }
    Consumer<Ipv4Packet> asker = echoAskers.get(echo.identifier());
    if (asker != null) {
      asker.accept(packet);
    }
  }

  void unreachable(Ipv4Packet packet) {
    unreachable.increment();
  }
}
