package vdcsim.scenario.verify.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vdcsim.scenario.verify.golden.Fields;
import vdcsim.scenario.verify.golden.UnreadableCase;

/**
 * Who notices an event by a lost carrier, and who by silence only.
 *
 * @param carrierOnly whether all who are concerned lose their carrier
 * @param detection when the first of those that do not notices, if there are such
 */
record Silence(boolean carrierOnly, Optional<Detection> detection) {
  /** Nothing is lost. */
  static final Silence NONE = new Silence(false, Optional.empty());

  /** What an event of a case brings about. */
  static Silence of(Network network, Fields event) throws UnreadableCase {
    return switch (event.text("action")) {
      case "silent_fail" -> silent(ends(network, event.text("link")), network);
      case "oneway_block" -> silent(at(network, event), network);
      case "link_down" -> new Silence(true, Optional.empty());
      case "node_down" -> nodeDown(network, event.text("node"));
      default -> NONE;
    };
  }

  private static List<Cable.End> ends(Network network, String link) {
    return network.cable(link).map(Cable::ends).orElse(List.of());
  }

  private static List<Cable.End> at(Network network, Fields event) throws UnreadableCase {
    String node = event.text("node");
    String port = event.text("port");
    return network.ends().stream()
        .filter(end -> end.node().equals(node) && end.port().equals(port))
        .toList();
  }

  private static Silence silent(List<Cable.End> ends, Network network) {
    Optional<Detection> first = Optional.empty();
    for (Cable.End end : ends) {
      if (network.devices().get(end.node()) instanceof Device.Router router) {
        Optional<Detection> here = Optional.ofNullable(router.detections().get(end.port()));
        if (here.isPresent() && (first.isEmpty() || here.get().leastS() < first.get().leastS())) {
          first = here;
        }
      }
    }
    return new Silence(false, first);
  }

  /** Neighbours on a cable lose their carrier, those on a shared segment do not. */
  private static Silence nodeDown(Network network, String node) {
    List<Cable.End> silent = new ArrayList<>();
    for (Cable cable : network.cables()) {
      boolean concerned = cable.ends().stream().anyMatch(end -> end.node().equals(node));
      if (concerned && cable.isSegment()) {
        cable.ends().stream().filter(end -> !end.node().equals(node)).forEach(silent::add);
      }
    }
    return silent.isEmpty() ? new Silence(true, Optional.empty()) : silent(silent, network);
  }
}
