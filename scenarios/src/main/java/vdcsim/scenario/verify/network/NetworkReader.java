package vdcsim.scenario.verify.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import vdcsim.scenario.verify.golden.Fields;
import vdcsim.scenario.verify.golden.UnreadableCase;
import vdcsim.scenario.verify.golden.UnsupportedCase;

/** Reads a case's topology: nodes first, then links, then what routers speak over them. */
final class NetworkReader {
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]*");
  private static final Pattern PORT = Pattern.compile("p[1-9][0-9]{0,3}|eth[0-9]{1,3}");

  private final boolean spanningTree;
  private final Defaults defaults;
  private final Map<String, Device> devices = new LinkedHashMap<>();
  private final Map<String, RouterFields> routers = new LinkedHashMap<>();
  private final List<Cable> cables = new ArrayList<>();

  private NetworkReader(Fields topology, boolean spanningTree) throws UnreadableCase {
    this.spanningTree = spanningTree;
    this.defaults = new Defaults(topology.optionalObject("defaults"));
  }

  /**
   * Reads a network.
   *
   * @param spanningTree whether switches that do not say speak spanning tree
   */
  static Network read(Fields topology, boolean spanningTree)
      throws UnreadableCase, UnsupportedCase {
    NetworkReader reader = new NetworkReader(topology, spanningTree);
    reader.nodes(topology.object("nodes"));
    for (Fields link : topology.objects("links")) {
      reader.link(link);
    }
    reader.routers();
    List<String> startDown = topology.texts("start_down");
    List<Network.Path> paths = paths(topology);
    // What is tested stands at the recorded states as well.
    topology.has("tests");
    topology.expectNoOther();
    return new Network(reader.devices, reader.cables, startDown, paths);
  }

  private static List<Network.Path> paths(Fields topology) throws UnreadableCase {
    List<Network.Path> paths = new ArrayList<>();
    for (var path : topology.items("paths")) {
      List<String> ends = topology.texts(path, topology.path() + ".paths");
      if (ends.size() != 2) {
        throw topology.wrong("paths", "a path has two ends, was " + ends);
      }
      paths.add(new Network.Path(ends.get(0), ends.get(1)));
    }
    return paths;
  }

  private void nodes(Fields nodes) throws UnreadableCase, UnsupportedCase {
    for (String name : nodes.names()) {
      Fields node = nodes.object(named(name));
      String type = node.text("type");
      if (type.equals("router")) {
        routers.put(name, new RouterFields(name, node, defaults));
        // Its place in the order of the file; what it speaks follows from its links.
        devices.put(name, router(routers.get(name), List.of(), 1, Map.of()));
      } else {
        devices.put(name, device(name, type, node));
        node.expectNoOther();
      }
    }
  }

  private static String named(String name) throws UnsupportedCase {
    if (!NAME.matcher(name).matches()) {
      throw new UnsupportedCase("the name '" + name + "' cannot stand in a scenario");
    }
    return name;
  }

  private Device device(String name, String type, Fields node)
      throws UnreadableCase, UnsupportedCase {
    return switch (type) {
      case "switch" -> bridge(name, node);
      case "hub" -> new Device.Hub(name);
      case "host" -> host(name, node);
      default -> throw new UnsupportedCase("a node of type '" + type + "' is not supported");
    };
  }

  private static Device host(String name, Fields node) throws UnreadableCase, UnsupportedCase {
    List<StaticWay> routes = new ArrayList<>();
    node.optionalText("gateway")
        .ifPresent(
            gateway ->
                routes.add(new StaticWay("0.0.0.0/0", Optional.of(gateway), Optional.empty())));
    routes.addAll(StaticWay.read(node, "routes"));
    return new Device.Host(
        name,
        node.optionalText("mac"),
        node.optionalText("ip"),
        routes,
        RouterServices.services(node));
  }

  private Device bridge(String name, Fields node) throws UnreadableCase, UnsupportedCase {
    String stp = node.optionalText("stp").orElse(spanningTree ? "true" : "false");
    int ageing = node.integer("ageing_s", 300);
    Optional<SpanningTreeSettings> settings =
        switch (stp) {
          case "false" -> Optional.empty();
          case "true", SpanningTreeSettings.STP ->
              Optional.of(SpanningTreeSettings.read(SpanningTreeSettings.STP, node));
          case SpanningTreeSettings.RSTP ->
              Optional.of(SpanningTreeSettings.read(SpanningTreeSettings.RSTP, node));
          default -> throw new UnsupportedCase("spanning tree '" + stp + "' is not known");
        };
    return new Device.Switch(name, node.optionalText("mac"), settings, ageing);
  }

  private void link(Fields link) throws UnreadableCase, UnsupportedCase {
    List<Cable.End> ends = new ArrayList<>();
    for (Fields end : link.objects("ends")) {
      ends.add(end(end));
    }
    Cable cable = new Cable(named(link.text("id")), ends);
    if (ends.size() < 2) {
      throw link.wrong("ends", "a link has two ends at least, was " + ends.size());
    }
    link.expectNoOther();
    cables.add(cable);
    if (cable.isSegment()) {
      devices.put(cable.id(), new Device.Hub(cable.id()));
    }
  }

  private Cable.End end(Fields end) throws UnreadableCase, UnsupportedCase {
    String node = end.text("node");
    String port = end.text("port");
    if (!devices.containsKey(node)) {
      throw end.wrong("node", "there is no node '" + node + "'");
    }
    if (!PORT.matcher(port).matches()) {
      throw new UnsupportedCase("the port '" + port + "' cannot stand in a scenario");
    }
    Optional<Fields> vlan = end.optionalObject("vlan");
    Cable.End read =
        new Cable.End(
            node,
            port,
            end.has("cost") ? Optional.of(end.integer("cost")) : Optional.empty(),
            end.has("port_priority") ? Optional.of(end.integer("port_priority")) : Optional.empty(),
            vlan.isPresent() ? Optional.of(PortVlan.read(vlan.get())) : Optional.empty(),
            end.optionalText("ip"),
            end.optionalText("mac"));
    RouterFields router = routers.get(node);
    if (router != null) {
      router.add(new RouterFields.End(port, read.ip(), end));
    } else {
      end.expectNoOther();
    }
    return read;
  }

  /** What routers speak, protocol by protocol. */
  private void routers() throws UnreadableCase, UnsupportedCase {
    for (RouterFields router : routers.values()) {
      List<String> facets = new ArrayList<>();
      int settleS = 1;
      for (RoutedProtocol protocol : RoutedProtocols.all()) {
        protocol.facet(router).ifPresent(facets::add);
        OptionalInt settles = protocol.settleS(router);
        settleS = Math.max(settleS, settles.orElse(1));
      }
      devices.put(router.name(), router(router, facets, settleS, detections(router)));
      router.expectNoOther();
    }
    defaults.expectNoOther();
  }

  /** Of several protocols at an interface the fastest notices first. */
  private static Map<String, Detection> detections(RouterFields router) throws UnreadableCase {
    Map<String, Detection> detections = new LinkedHashMap<>();
    for (RouterFields.End end : router.ends()) {
      for (RoutedProtocol protocol : RoutedProtocols.all()) {
        protocol
            .detection(router, end)
            .ifPresent(
                found ->
                    detections.merge(end.port(), found, (a, b) -> a.mostS() <= b.mostS() ? a : b));
      }
    }
    return detections;
  }

  private static Device router(
      RouterFields router, List<String> facets, int settleS, Map<String, Detection> detections)
      throws UnreadableCase, UnsupportedCase {
    List<StaticWay> routes = new ArrayList<>(StaticWay.read(router.node(), "static"));
    routes.addAll(StaticWay.read(router.node(), "routes"));
    boolean forward = !router.node().optionalText("forward").equals(Optional.of("0"));
    return new Device.Router(
        router.name(), router.loopbacks(), routes, forward, facets, settleS, detections);
  }
}
