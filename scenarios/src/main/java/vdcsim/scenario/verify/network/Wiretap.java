package vdcsim.scenario.verify.network;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vdcsim.hardware.ethernet.EthernetPort;
import vdcsim.hardware.ethernet.Frame;
import vdcsim.hardware.ethernet.FrameTap;
import vdcsim.hardware.ethernet.MacAddress;
import vdcsim.hardware.ethernet.Ports;
import vdcsim.hardware.ethernet.VlanTag;
import vdcsim.kernel.world.World;
import vdcsim.network.bridge.Bridge;
import vdcsim.network.icmp.Echo;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Packet;
import vdcsim.network.stream.StreamPayload;

/**
 * What crosses the links of a case's network: the frames that hosts send, and where they arrive.
 * What bridges say to each other is left out.
 */
final class Wiretap {
  private static final int RESERVED_ADDRESSES = 16;

  private final World world;
  private final List<Arrival> arrivals = new ArrayList<>();
  private final List<Request> requests = new ArrayList<>();

  private Wiretap(World world) {
    this.world = world;
  }

  /**
   * A frame has arrived at a node.
   *
   * @param link over which link of the case
   * @param tags the VLANs of its tags, the outermost first
   * @param number of the frame, where it is one that the case has a host send
   */
  record Arrival(long atNs, String link, String node, List<String> tags, Optional<Integer> number) {
    String place() {
      return link + "->" + node;
    }
  }

  /** An echo request has arrived at a node. */
  private record Request(long atNs, String node, Ipv4Address from, Ipv4Address to) {}

  /** Listens at every end of every link, from now on. */
  static Wiretap at(Network network, World world) {
    Wiretap wiretap = new Wiretap(world);
    for (Cable cable : network.cables()) {
      for (Cable.End end : cable.ends()) {
        if (!network.isHub(end.node())) {
          wiretap.listen(network, cable, end);
        }
      }
    }
    return wiretap;
  }

  /** A hub hears what its stations send; it has no ports at which one could listen. */
  private void listen(Network network, Cable cable, Cable.End end) {
    Map<Cable, String> repeated = cable.isSegment() ? Map.of() : repeated(network, cable);
    port(end)
        .tap(
            new FrameTap() {
              @Override
              public void sent(EthernetPort port, Frame frame) {
                repeated.forEach((over, hub) -> arrived(over, hub, frame));
              }

              @Override
              public void received(EthernetPort port, Frame frame) {
                arrived(cable, end.node(), frame);
              }
            });
  }

  /** The hubs that a station's cable leads to, each with the cable over which it hears it. */
  private static Map<Cable, String> repeated(Network network, Cable first) {
    Map<Cable, String> repeated = new LinkedHashMap<>();
    Deque<String> open = new ArrayDeque<>();
    hubs(network, first).forEach(hub -> hear(repeated, open, first, hub));
    while (!open.isEmpty()) {
      String hub = open.remove();
      for (Cable cable : network.cables()) {
        List<String> hubs = hubs(network, cable);
        if (hubs.size() == 2 && hubs.contains(hub) && !repeated.containsKey(cable)) {
          hear(repeated, open, cable, hubs.get(hubs.get(0).equals(hub) ? 1 : 0));
        }
      }
    }
    return repeated;
  }

  private static void hear(
      Map<Cable, String> repeated, Deque<String> open, Cable cable, String hub) {
    repeated.put(cable, hub);
    open.add(hub);
  }

  private static List<String> hubs(Network network, Cable cable) {
    return cable.ends().stream().map(Cable.End::node).filter(network::isHub).toList();
  }

  private EthernetPort port(Cable.End end) {
    return world.require("", end.node(), Ports.class, "device").port(end.port());
  }

  private void arrived(Cable cable, String node, Frame frame) {
    noteRequest(node, frame);
    Optional<Integer> number =
        frame.payload() instanceof StreamPayload payload
            ? Optional.of(payload.stream())
            : Optional.empty();
    if (number.isPresent() || !isReserved(frame.destination())) {
      List<String> tags = frame.tags().stream().map(VlanTag::vlan).map(String::valueOf).toList();
      arrivals.add(new Arrival(world.simulation().now(), cable.id(), node, tags, number));
    }
  }

  private void noteRequest(String node, Frame frame) {
    if (frame.payload() instanceof Ipv4Packet packet
        && packet.content() instanceof Echo echo
        && !echo.reply()) {
      long now = world.simulation().now();
      requests.add(new Request(now, node, packet.source(), packet.destination()));
    }
  }

  /** The nodes at which echo requests between two addresses arrived, one after the other. */
  List<String> requests(Ipv4Address from, Ipv4Address to, long fromNs, long toNs) {
    return requests.stream()
        .filter(r -> r.atNs() >= fromNs && r.atNs() < toNs)
        .filter(r -> r.from().equals(from) && r.to().equals(to))
        .map(Request::node)
        .toList();
  }

  private static boolean isReserved(MacAddress destination) {
    long number = destination.bits() - Bridge.GROUP_ADDRESS.bits();
    return number >= 0 && number < RESERVED_ADDRESSES;
  }

  /** Where a frame of the case has arrived. */
  List<Arrival> arrivals(int number) {
    return arrivals.stream().filter(a -> a.number().equals(Optional.of(number))).toList();
  }

  /** What has arrived from an instant on, and before another. */
  List<Arrival> between(long fromNs, long toNs) {
    return arrivals.stream().filter(a -> a.atNs() >= fromNs && a.atNs() < toNs).toList();
  }
}
