package vdcsim.network.addressing;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import vdcsim.hardware.host.Cards;
import vdcsim.kernel.result.Topology;
import vdcsim.kernel.world.World;
import vdcsim.network.bridge.Bridge;
import vdcsim.network.subinterface.SubInterface;

/** Which cards are on one link: joined by cables, hubs, buses and switches, not by machines. */
final class Links {
  private final Map<String, String> parents = new TreeMap<>();
  private final Map<String, Integer> numbers = new TreeMap<>();
  private final Set<String> uncertain = new TreeSet<>();

  Links(World world) {
    for (Topology.Edge edge : world.picture().draw().edges()) {
      join(place(world, edge.from(), edge.fromPort()), place(world, edge.to(), edge.toPort()));
    }
    for (SubInterface part : world.all(SubInterface.class)) {
      join(part.name(), part.card());
    }
    for (SubInterface part : world.all(SubInterface.class)) {
      uncertain.add(root(part.card()));
    }
    for (Bridge bridge : world.all(Bridge.class)) {
      if (bridge.isVlanAware()) {
        uncertain.add(root(bridge.name()));
      }
    }
  }

  /** A machine parts its cards; anything else joins its ports. */
  private static String place(World world, String device, String port) {
    return world.find(device, Cards.class).isPresent() ? device + "." + port : device;
  }

  private void join(String left, String right) {
    String a = root(left);
    String b = root(right);
    if (!a.equals(b)) {
      parents.put(a, b);
    }
  }

  private String root(String place) {
    String at = place;
    while (parents.containsKey(at)) {
      String above = parents.get(at);
      // Half the way for the next who asks, so that long chains stay short.
      if (parents.containsKey(above)) {
        parents.put(at, parents.get(above));
      }
      at = above;
    }
    return at;
  }

  Card.Link of(String machine, String card) {
    String root = root(machine + "." + card);
    int number = numbers.computeIfAbsent(root, r -> numbers.size());
    return new Card.Link(number, !uncertain.contains(root));
  }
}
