package vdcsim.scenario.verify.network;

import java.util.List;
import vdcsim.scenario.verify.golden.Fields;
import vdcsim.scenario.verify.golden.UnreadableCase;
import vdcsim.scenario.verify.golden.UnsupportedCase;

/** The events of a case as a scenario's actions. */
final class Happenings {
  private Happenings() {}

  /** The actions of an event, without their instant. */
  static List<String> of(Network network, Fields event) throws UnreadableCase, UnsupportedCase {
    for (String meanwhile : List.of("probe", "watch_rip", "tests")) {
      event.has(meanwhile);
    }
    String action = event.text("action");
    List<String> actions =
        switch (action) {
          case "link_down", "link_up", "silent_fail", "silent_heal" ->
              of(network, action, event.text("link"));
          case "node_down", "node_up" -> of(network, action, event.text("node"));
          case "oneway_block", "oneway_unblock" -> of(network, action, port(event));
          case "set_priority" ->
              List.of(
                  "set-priority: { bridge: %s, priority: %d }"
                      .formatted(event.text("node"), event.integer("priority")));
          case "set_cost" ->
              List.of(
                  "set-cost: { port: %s, cost: %d }".formatted(port(event), event.integer("cost")));
          case "set_vlan" ->
              List.of(
                  "set-vlan: { port: %s, vlans: %s }"
                      .formatted(port(event), PortVlan.read(event.object("vlan")).text()));
          case "set_ospf_cost" ->
              List.of(
                  "set-ospf-cost: { port: %s, cost: %d }"
                      .formatted(port(event), event.integer("cost")));
          case "withdraw_network" ->
              List.of(
                  "withdraw-network: { router: %s, network: %s }"
                      .formatted(event.text("node"), event.text("prefix")));
          case "set_forward" ->
              List.of(
                  "set-forward: { machine: %s, forward: %s }"
                      .formatted(event.text("node"), isOn(event)));
          case "frames" -> frames(network, event);
          case "wait" -> {
            event.number("seconds");
            yield List.of();
          }
          default -> throw new UnsupportedCase("the event '" + action + "' is not supported");
        };
    event.expectNoOther();
    return actions;
  }

  private static boolean isOn(Fields event) throws UnreadableCase {
    for (String name : List.of("forward", "value", "on")) {
      if (event.has(name)) {
        return List.of("1", "true").contains(event.text(name));
      }
    }
    throw event.wrong("forward", "the event must say whether forwarding is on");
  }

  private static String port(Fields event) throws UnreadableCase {
    return event.text("node") + "." + event.text("port");
  }

  /** The frames themselves are workloads. */
  private static List<String> frames(Network network, Fields event) throws UnreadableCase {
    event.has("frames");
    if (!event.truth("clear_learned_addresses_first", false)) {
      return List.of();
    }
    return network.all(Device.Switch.class).stream()
        .map(bridge -> "forget-addresses: " + bridge.name())
        .toList();
  }

  /** The actions of what happens to one thing. */
  static List<String> of(Network network, String action, String thing) throws UnsupportedCase {
    return switch (action) {
      case "link_down" -> links(network, "fail", thing);
      case "link_up" -> links(network, "repair", thing);
      case "silent_fail" -> silently(network, thing);
      case "silent_heal" -> links(network, "repair", thing);
      case "node_down" -> List.of("power-off: " + thing);
      case "node_up" -> List.of("power-on: " + thing);
      case "oneway_block" ->
          List.of("fail: { link: %s, towards: %s }".formatted(linkAt(network, thing), thing));
      case "oneway_unblock" -> List.of("repair: " + linkAt(network, thing));
      default -> throw new UnsupportedCase("the event '" + action + "' is not supported");
    };
  }

  private static List<String> links(Network network, String action, String id)
      throws UnsupportedCase {
    return names(network, id).stream().map(link -> action + ": " + link).toList();
  }

  private static List<String> silently(Network network, String id) throws UnsupportedCase {
    return names(network, id).stream()
        .map(link -> "fail: { link: " + link + ", silently: true }")
        .toList();
  }

  private static List<String> names(Network network, String id) throws UnsupportedCase {
    Cable cable =
        network
            .cable(id)
            .orElseThrow(() -> new UnsupportedCase("an event names the link '" + id + "'"));
    return CableNames.of(network, cable);
  }

  /** The link at a port, which is written with its device. */
  private static String linkAt(Network network, String port) throws UnsupportedCase {
    for (Cable cable : network.cables()) {
      for (String link : CableNames.of(network, cable)) {
        if (List.of(link.split(" -- ")).contains(port)) {
          return link;
        }
      }
    }
    throw new UnsupportedCase("an event names the port '" + port + "'");
  }
}
