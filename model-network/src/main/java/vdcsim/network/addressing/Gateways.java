package vdcsim.network.addressing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vdcsim.kernel.world.Remark;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Prefix;
import vdcsim.network.routing.NextHop;
import vdcsim.network.routing.Route;
import vdcsim.network.routing.RouteSource;
import vdcsim.network.stack.Stack;

/** Whether the gateways of a machine's written routes can be there. */
final class Gateways {
  private static final List<String> GATEWAY = List.of("ip.gateway", "routes", "ip.routes", "ip");
  private static final List<String> ROUTES = List.of("routes", "ip.routes", "ip");

  private final Stack stack;
  private final List<Card> cards;
  private final Map<Integer, List<Card>> byLink;

  Gateways(Stack stack, List<Card> cards, Map<Integer, List<Card>> byLink) {
    this.stack = stack;
    this.cards = cards;
    this.byLink = byLink;
  }

  List<Remark> inspect() {
    List<Remark> remarks = new ArrayList<>();
    Set<Ipv4Address> asked = new TreeSet<>();
    for (Ipv4Prefix network : stack.routes().networks()) {
      for (Route route : stack.routes().candidates(network)) {
        for (NextHop hop : route.nextHops()) {
          if (route.source() == RouteSource.STATIC
              && hop.interfaceName().isEmpty()
              && asked.add(hop.gateway().orElseThrow())) {
            oddity(network, hop.gateway().orElseThrow())
                .ifPresent(sentence -> remarks.add(remark(network, sentence)));
          }
        }
      }
    }
    return remarks;
  }

  private Remark remark(Ipv4Prefix network, String sentence) {
    return Remark.odd(stack.name(), network.length() == 0 ? GATEWAY : ROUTES, sentence);
  }

  private Optional<String> oddity(Ipv4Prefix network, Ipv4Address gateway) {
    if (stack.owns(gateway)) {
      return Optional.of("the gateway %s is %s itself".formatted(gateway, stack.name()));
    }
    List<Card> on = cards.stream().filter(card -> card.address().contains(gateway)).toList();
    if (on.isEmpty()) {
      return isRouted(network, gateway)
          ? Optional.empty()
          : Optional.of(
              "no network of %s holds the gateway %s: the route to %s waits until another leads there"
                  .formatted(stack.name(), gateway, network));
    }
    boolean known =
        on.stream().allMatch(card -> !card.link().certain() || isOn(card.link().number(), gateway));
    return known
        ? Optional.empty()
        : Optional.of(
            "nobody on the link of %s has the gateway's address %s"
                .formatted(on.get(0).said(), gateway));
  }

  /** Whether another written route, which is no default route, leads to the gateway. */
  private boolean isRouted(Ipv4Prefix network, Ipv4Address gateway) {
    return stack.routes().networks().stream()
        .filter(other -> other.length() > 0 && !other.equals(network))
        .anyMatch(other -> other.contains(gateway));
  }

  private boolean isOn(int link, Ipv4Address gateway) {
    return byLink.get(link).stream().anyMatch(card -> card.address().address().equals(gateway));
  }
}
