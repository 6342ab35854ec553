package vdcsim.scenario.verify.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vdcsim.scenario.verify.golden.GoldenCase;
import vdcsim.scenario.verify.golden.UnreadableCase;
import vdcsim.scenario.verify.golden.UnsupportedCase;

/** A case as the text of a scenario, in the language that everybody writes. */
final class NetworkScenario {
  private static final int LINUX_PORT_PRIORITY_STEP = 4;

  private final GoldenCase golden;
  private final Network network;
  private final List<Phase> phases;
  private final StringBuilder text = new StringBuilder();

  private NetworkScenario(GoldenCase golden, Network network, List<Phase> phases) {
    this.golden = golden;
    this.network = network;
    this.phases = phases;
  }

  /** The text of a case. */
  static String write(GoldenCase golden, Network network, List<Phase> phases)
      throws UnreadableCase, UnsupportedCase {
    return new NetworkScenario(golden, network, phases).write();
  }

  private String write() throws UnreadableCase, UnsupportedCase {
    line("# " + golden.title().replaceAll("\\s+", " "));
    line("# Recorded from: " + golden.system().replaceAll("\\s+", " "));
    line("name: " + golden.id());
    line("topic: Verification");
    line("duration: " + phases.get(phases.size() - 1).endNs() + " ns");
    hosts();
    routers();
    hubs();
    switches();
    links();
    workloads();
    events();
    return text.toString();
  }

  private void line(String line) {
    text.append(line).append('\n');
  }

  private void section(String name, List<String> lines, String bullet) {
    if (!lines.isEmpty()) {
      line(name + ":");
      lines.forEach(l -> line("  " + bullet + l));
    }
  }

  private void hosts() {
    List<String> lines = new ArrayList<>();
    for (Device.Host host : network.all(Device.Host.class)) {
      String mac = host.mac().map(text -> ", address: '" + text + "'").orElse("");
      String ip = network.addressAndNetwork(host.name()).map(a -> ip(a, host)).orElse("");
      lines.add(
          "%s: { nics: { %s: { rate: 10 Gbps%s } }%s%s }"
              .formatted(host.name(), card(host.name()), mac, ip, services(host)));
    }
    section("hosts", lines, "");
  }

  private static String services(Device.Host host) {
    return RouterServices.text(host.services()).map(text -> ", " + text).orElse("");
  }

  private static String ip(String address, Device.Host host) {
    return ", ip: { address: " + address + routes(host.routes()) + " }";
  }

  private static String routes(List<StaticWay> routes) {
    return routes.isEmpty()
        ? ""
        : routes.stream()
            .map(StaticWay::text)
            .collect(Collectors.joining(", ", ", routes: [ ", " ]"));
  }

  private String card(String host) {
    return network.ends().stream()
        .filter(end -> end.node().equals(host))
        .map(Cable.End::port)
        .findFirst()
        .orElse("eth0");
  }

  private void routers() throws UnsupportedCase {
    List<String> lines = new ArrayList<>();
    for (Device.Router router : network.all(Device.Router.class)) {
      lines.add(router.name() + ":");
      lines.add("  interfaces: " + interfaces(router.name()));
      if (!router.loopbacks().isEmpty()) {
        lines.add("  loopbacks: [ " + String.join(", ", router.loopbacks()) + " ]");
      }
      if (!router.routes().isEmpty()) {
        lines.add("  " + routes(router.routes()).substring(", ".length()));
      }
      if (!router.forward()) {
        lines.add("  forward: false");
      }
      router.facets().forEach(facet -> lines.add("  " + facet));
    }
    section("routers", lines, "");
  }

  private String interfaces(String router) throws UnsupportedCase {
    Map<String, String> interfaces = new LinkedHashMap<>();
    for (Cable.End end : network.ends()) {
      if (end.node().equals(router)) {
        if (end.ip().isEmpty()) {
          throw new UnsupportedCase(
              "the router's port '" + router + "." + end.port() + "' has no address");
        }
        String mac = end.mac().map(text -> ", address: '" + text + "'").orElse("");
        interfaces.put(end.port(), "{ ip: " + end.ip().get() + mac + " }");
      }
    }
    return map(interfaces);
  }

  private void hubs() {
    section(
        "hubs",
        network.all(Device.Hub.class).stream().map(hub -> hub.name() + ": {}").toList(),
        "");
  }

  private void switches() {
    List<String> lines = new ArrayList<>();
    for (Device.Switch bridge : network.all(Device.Switch.class)) {
      String facets =
          bridge.spanningTree().map(tree -> spanningTree(bridge.name(), tree)).orElse("")
              + vlans(bridge.name());
      lines.add(
          "%s: { %sageing: %d s%s }"
              .formatted(
                  bridge.name(),
                  bridge.mac().map(mac -> "address: '" + mac + "', ").orElse(""),
                  bridge.ageingS(),
                  facets));
    }
    section("switches", lines, "");
  }

  private String spanningTree(String bridge, SpanningTreeSettings tree) {
    return ", spanning-tree: { protocol: %s, priority: %d, hello-time: %d s, forward-delay: %d s, max-age: %d s, fitting-times: false%s }"
        .formatted(
            tree.protocol(),
            tree.priority(),
            tree.helloS(),
            tree.forwardDelayS(),
            tree.maxAgeS(),
            treePorts(bridge, tree));
  }

  /** Costs that are not given are those of 10 Gbit/s, whatever a hub's rate is. */
  private String treePorts(String bridge, SpanningTreeSettings tree) {
    boolean rapid = tree.protocol().equals(SpanningTreeSettings.RSTP);
    Map<String, String> ports = new LinkedHashMap<>();
    for (Cable cable : network.cables()) {
      for (Cable.End end : cable.ends()) {
        if (end.node().equals(bridge)) {
          String cost = "cost: " + end.cost().orElse(rapid ? 2000 : 2);
          String priority = end.priority().map(p -> portPriority(p, rapid)).orElse("");
          String edge = rapid && leadsToHost(cable, end) ? ", edge: true" : "";
          ports.put(end.port(), "{ " + cost + priority + edge + " }");
        }
      }
    }
    String dispute = rapid ? ", dispute: false" : "";
    return dispute + ", ports: " + map(ports);
  }

  /** Linux counts the priorities of ports in steps of 4. */
  private static String portPriority(int priority, boolean rapid) {
    return ", priority: " + (rapid ? priority : LINUX_PORT_PRIORITY_STEP * priority);
  }

  private boolean leadsToHost(Cable cable, Cable.End end) {
    return !cable.isSegment()
        && cable.ends().stream()
            .filter(other -> !other.equals(end))
            .allMatch(other -> network.devices().get(other.node()) instanceof Device.Host);
  }

  private String vlans(String bridge) {
    if (network.ends().stream().allMatch(end -> end.vlan().isEmpty())) {
      return "";
    }
    Map<String, String> ports = new LinkedHashMap<>();
    for (Cable.End end : network.ends()) {
      if (end.node().equals(bridge)) {
        ports.put(end.port(), end.vlan().orElse(PortVlan.UNSAID).text());
      }
    }
    return ", vlans: { ports: " + map(ports) + " }";
  }

  private static String map(Map<String, String> entries) {
    return entries.entrySet().stream()
        .map(entry -> entry.getKey() + ": " + entry.getValue())
        .collect(Collectors.joining(", ", "{ ", " }"));
  }

  private void links() {
    List<String> lines = new ArrayList<>();
    for (Cable cable : network.cables()) {
      boolean hub =
          cable.isSegment() || cable.ends().stream().anyMatch(e -> network.isHub(e.node()));
      for (String link : CableNames.of(network, cable)) {
        lines.add("{ link: " + link + (hub ? "" : ", rate: 10 Gbps") + " }  # " + cable.id());
      }
    }
    section("links", lines, "- ");
  }

  private void workloads() {
    List<String> lines = new ArrayList<>();
    for (Phase phase : phases) {
      phase.frames().forEach(frame -> lines.add(frame.workload()));
      phase.pings().forEach(ping -> lines.add(ping.workload()));
      phase.probe().ifPresent(probe -> lines.add(probe.workload()));
    }
    for (RoutedProtocol protocol : RoutedProtocols.all()) {
      lines.addAll(protocol.workloads(network, phases));
    }
    section("workloads", lines, "");
  }

  private void events() throws UnreadableCase, UnsupportedCase {
    List<String> lines = new ArrayList<>();
    for (String down : network.startDown()) {
      boolean device = network.devices().containsKey(down);
      Happenings.of(network, device ? "node_down" : "link_down", down)
          .forEach(action -> lines.add("{ at: 0 s, " + action + " }"));
    }
    for (Phase phase : phases) {
      if (phase.afterEvent() >= 0) {
        for (String action : Happenings.of(network, golden.events().get(phase.afterEvent()))) {
          lines.add("{ at: " + phase.eventNs() + " ns, " + action + " }");
        }
      }
    }
    section("events", lines, "- ");
  }
}
