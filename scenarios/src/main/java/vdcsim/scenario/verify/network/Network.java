package vdcsim.scenario.verify.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import vdcsim.scenario.verify.golden.Fields;
import vdcsim.scenario.verify.golden.UnreadableCase;
import vdcsim.scenario.verify.golden.UnsupportedCase;

/**
 * A case's network: devices by name and links, both in the order of the file.
 *
 * @param startDown devices and links that are off at the start
 */
record Network(Map<String, Device> devices, List<Cable> cables, List<String> startDown) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]*");
  private static final Pattern PORT = Pattern.compile("p[1-9][0-9]{0,3}|eth[0-9]{1,3}");

  Network {
    devices = new LinkedHashMap<>(devices);
    cables = List.copyOf(cables);
    startDown = List.copyOf(startDown);
  }

  /**
   * Reads a network.
   *
   * @param spanningTree whether switches that do not say speak spanning tree
   */
  static Network read(Fields topology, boolean spanningTree)
      throws UnreadableCase, UnsupportedCase {
    Map<String, Device> devices = new LinkedHashMap<>();
    Fields nodes = topology.object("nodes");
    for (String name : nodes.names()) {
      devices.put(named(name), device(name, nodes.object(name), spanningTree));
    }
    List<Cable> cables = new ArrayList<>();
    for (Fields link : topology.objects("links")) {
      Cable cable = cable(link, devices);
      cables.add(cable);
      if (cable.isSegment()) {
        devices.put(cable.id(), new Device.Hub(cable.id()));
      }
    }
    List<String> startDown = topology.texts("start_down");
    topology.expectNoOther();
    return new Network(devices, cables, startDown);
  }

  private static String named(String name) throws UnsupportedCase {
    if (!NAME.matcher(name).matches()) {
      throw new UnsupportedCase("the name '" + name + "' cannot stand in a scenario");
    }
    return name;
  }

  private static Device device(String name, Fields node, boolean spanningTree)
      throws UnreadableCase, UnsupportedCase {
    String type = node.text("type");
    Device device =
        switch (type) {
          case "switch" -> bridge(name, node, spanningTree);
          case "hub" -> new Device.Hub(name);
          case "host" ->
              new Device.Host(
                  name, node.text("mac"), node.optionalText("ip"), node.optionalText("gateway"));
          case "router" -> new Device.Router(name);
          default -> throw new UnsupportedCase("a node of type '" + type + "' is not supported");
        };
    node.expectNoOther();
    return device;
  }

  private static Device bridge(String name, Fields node, boolean spanningTree)
      throws UnreadableCase, UnsupportedCase {
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
    return new Device.Switch(name, node.text("mac"), settings, ageing);
  }

  private static Cable cable(Fields link, Map<String, Device> devices)
      throws UnreadableCase, UnsupportedCase {
    List<Cable.End> ends = new ArrayList<>();
    for (Fields end : link.objects("ends")) {
      ends.add(end(end, devices));
    }
    Cable cable = new Cable(named(link.text("id")), ends);
    if (ends.size() < 2) {
      throw link.wrong("ends", "a link has two ends at least, was " + ends.size());
    }
    link.expectNoOther();
    return cable;
  }

  private static Cable.End end(Fields end, Map<String, Device> devices)
      throws UnreadableCase, UnsupportedCase {
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
    end.expectNoOther();
    return read;
  }

  /** The devices of a type, in the order of the file. */
  <T extends Device> List<T> all(Class<T> type) {
    return devices.values().stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** Whether a device is a hub. */
  boolean isHub(String device) {
    return devices.get(device) instanceof Device.Hub;
  }

  /** The link of this name, if there is one. */
  Optional<Cable> cable(String id) {
    return cables.stream().filter(cable -> cable.id().equals(id)).findFirst();
  }

  /** The longest time until every switch has settled, in seconds. */
  int settleS() {
    return all(Device.Switch.class).stream()
        .flatMap(bridge -> bridge.spanningTree().stream())
        .mapToInt(SpanningTreeSettings::settleS)
        .max()
        .orElse(1);
  }
}
