package vdcsim.scenario.verify.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vdcsim.scenario.verify.golden.Fields;
import vdcsim.scenario.verify.golden.UnreadableCase;
import vdcsim.scenario.verify.golden.UnsupportedCase;

/**
 * A route that a case gives to a device.
 *
 * @param prefix the network
 * @param via the next router; empty for a network whose packets are thrown away
 */
record StaticWay(String prefix, Optional<String> via, Optional<Integer> distance) {
  private static final String BLACKHOLE = "blackhole";

  /** The routes under a field of a node; none where it is not there. */
  static List<StaticWay> read(Fields node, String field) throws UnreadableCase, UnsupportedCase {
    List<StaticWay> routes = new ArrayList<>();
    for (Fields route : node.objects(field)) {
      boolean lost = route.truth(BLACKHOLE, false) || route.optionalText("via").isEmpty();
      Optional<String> via = route.optionalText("via").filter(text -> !text.equals(BLACKHOLE));
      if (lost && via.isPresent()) {
        throw route.wrong(BLACKHOLE, "a route into nothing has no next router");
      }
      Optional<Integer> distance =
          route.has("distance") ? Optional.of(route.integer("distance")) : Optional.empty();
      routes.add(new StaticWay(route.text("prefix"), via, distance));
      route.expectNoOther();
    }
    return routes;
  }

  /** The route as a scenario writes it. */
  String text() {
    return "{ to: %s, %s%s }"
        .formatted(
            prefix,
            via.map(router -> "via: " + router).orElse("blackhole: true"),
            distance.map(number -> ", distance: " + number).orElse(""));
  }
}
