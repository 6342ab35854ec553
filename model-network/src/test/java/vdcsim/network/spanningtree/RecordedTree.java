package vdcsim.network.spanningtree;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import vdcsim.hardware.ethernet.Link;
import vdcsim.network.bridge.Bridge;

/** A recorded case: builds its network, lets happen what happened, and compares each phase. */
final class RecordedTree {
  private static final long TEN_GIGABITS = 10_000_000_000L;

  private final JsonNode recorded;
  private final boolean rapid;
  private final Trees trees = new Trees();

  /** The links at each node. */
  private final Map<String, List<Link>> cables = new LinkedHashMap<>();

  private double settle;

  RecordedTree(JsonNode recorded) {
    this.recorded = recorded;
    this.rapid = recorded.get("kind").asString().equals("rstp");
    build();
  }

  private void build() {
    JsonNode topology = recorded.get("topology");
    Map<String, Map<String, SpanningTreePortSpec>> ports = ports(topology);
    for (Map.Entry<String, JsonNode> node : topology.get("nodes").properties()) {
      switch (node.getValue().get("type").asString()) {
        case "switch" -> addSwitch(node.getKey(), node.getValue(), ports.get(node.getKey()));
        case "hub" -> trees.plainBridge(node.getKey(), "02:00:00:00:99:01");
        default -> {}
      }
    }
    for (JsonNode link : topology.get("links")) {
      lay(link);
    }
  }

  private Map<String, Map<String, SpanningTreePortSpec>> ports(JsonNode topology) {
    Map<String, Map<String, SpanningTreePortSpec>> ports = new LinkedHashMap<>();
    for (JsonNode link : topology.get("links")) {
      for (int i = 0; i < 2; i++) {
        JsonNode end = link.get("ends").get(i);
        String other = link.get("ends").get(1 - i).get("node").asString();
        boolean host = topology.get("nodes").get(other).get("type").asString().equals("host");
        ports
            .computeIfAbsent(end.get("node").asString(), node -> new LinkedHashMap<>())
            .put(end.get("port").asString(), port(end, host));
      }
    }
    return ports;
  }

  private SpanningTreePortSpec port(JsonNode end, boolean host) {
    Optional<Integer> cost =
        end.has("cost") ? Optional.of(end.get("cost").asInt()) : Optional.empty();
    // Linux counts priorities in steps of 1/64 of the range.
    int priority =
        end.has("port_priority") ? end.get("port_priority").asInt() * (rapid ? 1 : 4) : 128;
    return new SpanningTreePortSpec(
        cost, priority, host && rapid, true, Optional.empty(), Guard.NONE);
  }

  private void addSwitch(String name, JsonNode node, Map<String, SpanningTreePortSpec> ports) {
    Bridge bridge = trees.plainBridge(name, node.get("mac").asString());
    int hello = seconds(node, "hello_s", 2);
    int forwardDelay = seconds(node, "forward_delay_s", 15);
    int maxAge = seconds(node, "max_age_s", 20);
    settle = Math.max(settle, 2 * (maxAge + 2 * forwardDelay));
    SpanningTreeSpec spec =
        new SpanningTreeSpec(
            rapid ? Protocol.RSTP : Protocol.STP,
            seconds(node, "priority", 32_768),
            Duration.ofSeconds(hello),
            Duration.ofSeconds(forwardDelay),
            Duration.ofSeconds(maxAge),
            false,
            Optional.empty(),
            6,
            false,
            ports);
    trees.speak(bridge, spec);
  }

  private static int seconds(JsonNode node, String key, int otherwise) {
    return node.has(key) ? node.get(key).asInt() : otherwise;
  }

  private void lay(JsonNode link) {
    JsonNode ends = link.get("ends");
    Link cable =
        trees.link(link.get("id").asString(), end(ends.get(0)), end(ends.get(1)), TEN_GIGABITS);
    for (JsonNode end : ends) {
      cables.computeIfAbsent(end.get("node").asString(), node -> new ArrayList<>()).add(cable);
    }
  }

  private static String end(JsonNode end) {
    return end.get("node").asString() + "." + end.get("port").asString();
  }

  /** Runs the whole case; fails at the first difference. */
  void replay() {
    for (JsonNode phase : recorded.get("expected").get("phases")) {
      int event = phase.get("after_event").asInt();
      double began = trees.simulation().now() / 1e9;
      if (event >= 0) {
        happen(recorded.get("events").get(event));
      }
      trees.runFor(settle);
      compareTimes(event, began);
      JsonNode expected = phase.has("stp") ? phase.get("stp") : phase.get("rstp");
      for (Map.Entry<String, JsonNode> bridge : expected.properties()) {
        compare("after event " + event + ", " + bridge.getKey(), bridge);
      }
    }
  }

  private void happen(JsonNode event) {
    switch (event.get("action").asString()) {
      case "link_down" -> trees.theLink(event.get("link").asString()).fail();
      case "link_up" -> trees.theLink(event.get("link").asString()).repair();
      case "node_down" -> cables.get(event.get("node").asString()).forEach(Link::fail);
      case "node_up" -> cables.get(event.get("node").asString()).forEach(Link::repair);
      case "set_priority" ->
          trees.tree(event.get("node").asString()).changePriority(event.get("priority").asInt());
      case "set_cost" ->
          trees
              .tree(event.get("node").asString())
              .changeCost(trees.port(end(event)), event.get("cost").asInt());
      case "frames", "wait" -> {}
      default -> throw new AssertionError("unknown event " + event);
    }
  }

  private void compare(String where, Map.Entry<String, JsonNode> entry) {
    SpanningTree tree = trees.tree(entry.getKey());
    JsonNode expected = entry.getValue();
    assertThat(trees.root(entry.getKey())).as(where).isEqualTo(expected.get("root").asString());
    if (expected.has("root_path_cost")) {
      assertThat(tree.bridgeId().toString())
          .as(where)
          .isEqualTo(expected.get("bridge_id").asString());
      assertThat(tree.rootPathCost()).as(where).isEqualTo(expected.get("root_path_cost").asLong());
      JsonNode port = expected.get("root_port");
      assertThat(tree.rootPort().map(p -> p.label()).orElse(""))
          .as(where)
          .isEqualTo(port.isNull() ? "" : port.asString());
    }
    for (Map.Entry<String, JsonNode> port : expected.get("ports").properties()) {
      compare(where, entry.getKey() + "." + port.getKey(), port.getValue());
    }
  }

  private void compare(String where, String port, JsonNode expected) {
    PortStatus status = trees.status(port);
    String as = where + ", " + port;
    assertThat(trees.stands(port))
        .as(as)
        .isEqualTo(expected.get("role").asString() + "/" + expected.get("state").asString());
    assertThat(status.pathCost()).as(as).isEqualTo(expected.get("path_cost").asLong());
    if (expected.has("designated_bridge")) {
      String bridge = expected.get("designated_bridge").asString();
      assertThat(status.designatedBridge()).as(as).isEqualTo(trees.tree(bridge).bridgeId());
      assertThat(status.designatedPort().bits() & 0xFF)
          .as(as)
          .isEqualTo(Integer.parseInt(expected.get("designated_port").asString().substring(1)));
      assertThat(status.designatedCost())
          .as(as)
          .isEqualTo(expected.get("designated_cost").asLong());
    }
  }

  /** Times of STP after an event: within 10 % or 2 s of the median of the runs. */
  private void compareTimes(int event, double began) {
    double last = trees.lastChangeNs() / 1e9 - began;
    for (JsonNode phase : recorded.get("measured").get("phases")) {
      JsonNode measured = phase.get("last_port_state_change_s");
      if (phase.get("after_event").asInt() == event && measured != null && event >= 0) {
        double median = (measured.get(0).asDouble() + measured.get(1).asDouble()) / 2;
        assertThat(last)
            .as("seconds to the last change after event " + event)
            .isBetween(median - Math.max(2, median / 10), median + Math.max(2, median / 10));
      }
    }
  }
}
