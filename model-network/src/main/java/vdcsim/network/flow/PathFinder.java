package vdcsim.network.flow;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import vdcsim.hardware.ethernet.EthernetPort;
import vdcsim.hardware.ethernet.Frame;
import vdcsim.hardware.ethernet.MacAddress;
import vdcsim.hardware.ethernet.Payload;
import vdcsim.hardware.ethernet.Relay;
import vdcsim.hardware.ethernet.Relay.Departure;
import vdcsim.hardware.ethernet.Tracing.Hearing;
import vdcsim.hardware.ethernet.Upper.Onward;
import vdcsim.kernel.world.World;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Packet;
import vdcsim.network.routing.NextHop;
import vdcsim.network.stack.FlowHash;
import vdcsim.network.stack.Interface;
import vdcsim.network.stack.Stack;

/** Finds the way that packets take now, by asking each machine and each relay, without a packet. */
final class PathFinder {
  private final World world;
  private final TreeMap<String, Optional<Stack>> stacks = new TreeMap<>();

  private final TreeMap<Ipv4Address, Optional<Stack>> owners = new TreeMap<>();

  PathFinder(World world) {
    this.world = world;
  }

  /**
   * The way from a machine to an address, for the longest packets that pass: as short as the least
   * mtu of all machines, as the sender learns it (RFC 1191).
   */
  Path find(Stack from, Ipv4Address source, Ipv4Address destination) {
    int bytes = Integer.MAX_VALUE;
    while (true) {
      Search search = new Search(bytes, source, destination);
      Optional<Obstacle> obstacle = search.walk(from);
      if (search.leastMtu >= bytes || obstacle.isPresent()) {
        return new Path(search.hops, obstacle, search.asked, bytes);
      }
      bytes = search.leastMtu;
    }
  }

  /** The stack of the machine at whose card a cable ends. */
  Optional<Stack> stack(EthernetPort card) {
    return stacks.computeIfAbsent(card.name(), this::machine);
  }

  /** The name of a card, and that of a machine, may have dots in them. */
  private Optional<Stack> machine(String card) {
    for (int dot = card.lastIndexOf('.'); dot > 0; dot = card.lastIndexOf('.', dot - 1)) {
      Optional<Stack> found = world.find(card.substring(0, dot), Stack.class);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** The machine that has an address. */
  Optional<Stack> owner(Ipv4Address address) {
    return owners.computeIfAbsent(
        address, a -> world.all(Stack.class).stream().filter(stack -> stack.owns(a)).findFirst());
  }

  /** A packet of some length; nobody looks into it. */
  private record Opaque(int length) implements Payload {
    @Override
    public int etherType() {
      return Ipv4Packet.ETHER_TYPE;
    }

    @Override
    public void encode(ByteBuffer buffer) {
      buffer.put(new byte[length]);
    }
  }

  /** One look. */
  private final class Search {
    private final int bytes;
    private final Ipv4Address source;
    private final Ipv4Address destination;
    private final List<Hop> hops = new ArrayList<>();
    private final List<EthernetPort> asked = new ArrayList<>();
    private final List<Relay> visited = new ArrayList<>();
    private int leastMtu = Integer.MAX_VALUE;
    private Obstacle obstacle = Obstacle.LOST;
    private Optional<EthernetPort> reached = Optional.empty();

    Search(int bytes, Ipv4Address source, Ipv4Address destination) {
      this.bytes = bytes;
      this.source = source;
      this.destination = destination;
    }

    /** From machine to machine; returns what is in the way, if anything is. */
    Optional<Obstacle> walk(Stack from) {
      Stack at = from;
      for (int hop = 0; hop < Ipv4Packet.DEFAULT_TIME_TO_LIVE; hop++) {
        if (at.owns(destination)) {
          return Optional.empty();
        } else if (at != from && !at.isForwarding()) {
          return Optional.of(Obstacle.NOT_FORWARDING);
        } else if (!cross(at)) {
          return Optional.of(obstacle);
        }
        EthernetPort card = reached.orElseThrow();
        leastMtu = Math.min(leastMtu, card.mtu());
        Optional<Stack> next = stack(card);
        if (next.isEmpty()) {
          return Optional.of(Obstacle.LOST);
        }
        at = next.get();
      }
      return Optional.of(Obstacle.LOOP);
    }

    /** Through one network, to the next machine. */
    private boolean cross(Stack at) {
      Optional<NextHop> way = FlowHash.way(at, source, destination);
      if (way.isEmpty()) {
        boolean discarded = at.routes().lookUp(destination).route().isPresent();
        obstacle = discarded ? Obstacle.DISCARDED : Obstacle.NO_ROUTE;
        return false;
      }
      Optional<Interface> card = at.find(way.get().interfaceName().orElseThrow());
      if (card.isEmpty()) {
        obstacle = Obstacle.DISCARDED;
        return false;
      }
      return cross(card.get(), way.get().gateway().orElse(destination));
    }

    private boolean cross(Interface card, Ipv4Address next) {
      leastMtu = Math.min(leastMtu, card.mtu());
      Optional<MacAddress> station = card.neighbours().known(next);
      if (station.isEmpty()) {
        obstacle = Obstacle.NO_NEIGHBOUR;
        return false;
      }
      obstacle = Obstacle.LOST;
      visited.clear();
      Payload packet = new Opaque(Math.min(bytes, leastMtu));
      return send(card.card(), new Frame(station.get(), card.card().address(), packet, 0), 0);
    }

    /** Out of a port; returns whether the frame gets to its station that way. */
    private boolean send(EthernetPort out, Frame frame, long latencyNs) {
      asked.add(out);
      if (!out.hasCarrier()) {
        obstacle = Obstacle.NO_CARRIER;
        return false;
      } else if (frame.payload().length() > out.mtu()) {
        obstacle = Obstacle.TOO_LONG;
        return false;
      }
      Optional<Onward> below = out.tracing().below(frame);
      if (below.isPresent()) {
        return goOn(below.get());
      }
      for (Hearing hearing : out.tracing().heard()) {
        hops.add(new Hop(out, frame.length(), latencyNs + hearing.delayNs()));
        if (arrive(hearing.port(), frame)) {
          return true;
        }
        hops.remove(hops.size() - 1);
      }
      return false;
    }

    /** Within a machine. */
    private boolean goOn(Onward onward) {
      return onward.leaves()
          ? send(onward.port(), onward.frame(), 0)
          : arrive(onward.port(), onward.frame());
    }

    private boolean arrive(EthernetPort in, Frame frame) {
      Optional<Onward> above = in.uppers().wouldTake(frame);
      if (above.isPresent()) {
        asked.add(in);
        return goOn(above.get());
      }
      Optional<Relay> relay = in.tracing().relay();
      if (relay.isEmpty()) {
        reached = Optional.of(in);
        return frame.destination().equals(in.address()) && isUntagged(frame);
      } else if (visited.contains(relay.get())) {
        return false;
      } else if (frame.payload().length() > in.mtu()) {
        obstacle = Obstacle.TOO_LONG;
        return false;
      }
      visited.add(relay.get());
      asked.add(in);
      for (Departure departure : relay.get().wouldLeave(in, frame)) {
        if (send(departure.port(), departure.frame(), departure.latencyNs())) {
          return true;
        }
      }
      return false;
    }

    private static boolean isUntagged(Frame frame) {
      return frame.tags().stream().allMatch(tag -> tag.vlan() == 0);
    }
  }
}
