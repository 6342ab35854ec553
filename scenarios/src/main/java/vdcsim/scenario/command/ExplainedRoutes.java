package vdcsim.scenario.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.world.World;
import vdcsim.network.bgp.Bgp;
import vdcsim.network.bgp.Explanation;
import vdcsim.network.bgp.message.PathAttributes;
import vdcsim.network.bgp.rib.Path;
import vdcsim.network.bgp.rib.Step;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Prefix;
import vdcsim.network.routing.NextHop;
import vdcsim.network.routing.Reach;
import vdcsim.network.routing.Route;
import vdcsim.network.routing.RouteSource;
import vdcsim.network.routing.RoutingTable;
import vdcsim.network.stack.Stack;
import vdcsim.scenario.run.RunWatch;

/**
 * Explains how routers came to their routes at the end of a scenario's first run: which network
 * holds the address, which source won and why, and for BGP every path with the step at which it
 * lost.
 */
final class ExplainedRoutes implements RunWatch {
  private final List<String> asked;
  private Optional<World> world = Optional.empty();

  /** Explains routes that are asked for as {@code ROUTER:PREFIX} or {@code ROUTER:ADDRESS}. */
  ExplainedRoutes(List<String> asked) {
    this.asked = List.copyOf(asked);
  }

  @Override
  public synchronized void begins(World first) {
    world = Optional.of(first);
    asked.forEach(question -> Question.of(question, first));
  }

  /** The explanations, once the run has ended. */
  synchronized List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (String question : asked) {
      world.ifPresent(w -> Question.of(question, w).explain(lines));
    }
    return lines;
  }

  /** A route that cannot be explained. */
  static final class WrongRoute extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WrongRoute(String message) {
      super(message);
    }
  }

  private record Question(Stack stack, Optional<Bgp> bgp, Ipv4Prefix asked) {
    static Question of(String text, World world) {
      int colon = text.indexOf(':');
      if (colon < 1) {
        throw new WrongRoute("a route reads as 'r1:10.0.0.0/24', was '" + text + "'");
      }
      String router = text.substring(0, colon);
      String network = text.substring(colon + 1);
      try {
        Stack stack = world.require("", router, Stack.class, "router");
        Ipv4Prefix prefix =
            network.contains("/")
                ? Ipv4Prefix.parse(network)
                : Ipv4Prefix.of(Ipv4Address.parse(network), 32);
        return new Question(stack, world.find(router, Bgp.class), prefix);
      } catch (Refusal e) {
        throw new WrongRoute(e.getMessage());
      } catch (IllegalArgumentException e) {
        throw new WrongRoute("'" + text + "': " + e.getMessage());
      }
    }

    void explain(List<String> lines) {
      RoutingTable routes = stack.routes();
      boolean exact = !routes.candidates(asked).isEmpty() || known(asked);
      Optional<Ipv4Prefix> found =
          exact ? Optional.of(asked) : routes.lookUp(asked.address()).route().map(Route::prefix);
      lines.add("route of " + stack.name() + " to " + asked);
      if (found.isEmpty()) {
        lines.add("  no network that it knows holds it");
        return;
      }
      if (!found.get().equals(asked)) {
        lines.add("  " + found.get() + " is the longest network that holds it");
      }
      candidates(found.get(), lines);
      bgp.flatMap(b -> b.explain(found.get())).ifPresent(e -> paths(e, lines));
    }

    private boolean known(Ipv4Prefix prefix) {
      return bgp.flatMap(b -> b.explain(prefix)).isPresent();
    }

    private void candidates(Ipv4Prefix prefix, List<String> lines) {
      Optional<Route> used = stack.routes().selected(prefix);
      List<Route> candidates = stack.routes().candidates(prefix);
      if (candidates.isEmpty()) {
        lines.add("  no source offers a route");
      }
      for (Route route : candidates) {
        boolean best = used.equals(Optional.of(route));
        String why = best ? "in use" : used.map(u -> lost(route, u)).orElse("no next hop reached");
        lines.add("  %s  %s: %s".formatted(best ? "*" : " ", said(route), why));
      }
    }

    private static String lost(Route route, Route used) {
      if (route.distance() != used.distance()) {
        return route.distance() > used.distance()
            ? "distance %d is more than %d".formatted(route.distance(), used.distance())
            : "no next hop reached";
      }
      return route.metric() > used.metric()
          ? "metric %d is more than %d".formatted(route.metric(), used.metric())
          : "no next hop reached";
    }

    private String said(Route route) {
      String ways =
          route.isBlackhole()
              ? "into nothing"
              : route.nextHops().stream().map(this::way).collect(Collectors.joining(", "));
      return "%s, distance %d, metric %d, %s"
          .formatted(name(route.source()), route.distance(), route.metric(), ways);
    }

    private String way(NextHop hop) {
      String over = hop.interfaceName().map(i -> " over " + i).orElseGet(() -> resolved(hop));
      return hop.gateway().map(g -> "via " + g).orElse("connected") + over;
    }

    /** Where the way to a gateway leads, whose interface another route says. */
    private String resolved(NextHop hop) {
      Reach reach = stack.routes().lookUp(hop.gateway().orElseThrow());
      return reach
          .route()
          .map(r -> " (found by " + name(r.source()) + " " + r.prefix() + ")")
          .orElse(" (no way)");
    }

    private static String name(RouteSource source) {
      return switch (source) {
        case CONNECTED -> "connected";
        case STATIC -> "static";
        case EBGP -> "external BGP";
        case IBGP -> "internal BGP";
        case OSPF -> "OSPF";
        case RIP -> "RIP";
      };
    }

    private static void paths(Explanation explanation, List<String> lines) {
      int count = explanation.candidates().size();
      lines.add("  BGP compared " + (count == 1 ? "1 path" : count + " paths"));
      Optional<Path> best =
          explanation.candidates().stream()
              .filter(Explanation.Candidate::best)
              .map(Explanation.Candidate::path)
              .findFirst();
      for (Explanation.Candidate candidate : explanation.candidates()) {
        String mark = candidate.best() ? "*" : candidate.used() ? "=" : " ";
        lines.add("  %s  %s: %s".formatted(mark, said(candidate.path()), fate(candidate, best)));
      }
    }

    private static String fate(Explanation.Candidate candidate, Optional<Path> best) {
      if (candidate.best()) {
        return "best";
      } else if (!candidate.path().isValid()) {
        return "its next hop " + candidate.path().attributes().nextHop() + " cannot be reached";
      }
      Step step = candidate.lostAt().orElse(Step.NOTHING_LEFT);
      String shared = candidate.used() ? "shares the packets; " : "";
      return "%snot best by %s: %s"
          .formatted(shared, step.words(), values(step, candidate.path(), best.orElseThrow()));
    }

    private static String values(Step step, Path path, Path best) {
      Optional<String> own = value(step, path);
      return own.isPresent()
          ? "%s against %s (%s wins)"
              .formatted(own.get(), value(step, best).orElse(""), step.preference())
          : step.preference();
    }

    private static Optional<String> value(Step step, Path path) {
      PathAttributes attributes = path.attributes();
      return switch (step) {
        case WEIGHT -> Optional.of(String.valueOf(path.weight()));
        case LOCAL_PREFERENCE -> Optional.of(String.valueOf(path.localPreference()));
        case AS_PATH -> Optional.of(String.valueOf(attributes.asPath().length()));
        case ORIGIN -> Optional.of(attributes.origin().name());
        case MED -> Optional.of(String.valueOf(attributes.med().orElse(0L)));
        case PEER_TYPE -> Optional.of(path.peer().isExternal() ? "external" : "internal");
        case IGP_METRIC -> Optional.of(String.valueOf(path.igpMetric()));
        case ROUTER_ID ->
            Optional.of(attributes.originatorId().orElse(path.peer().routerId()).toString());
        case CLUSTER_LENGTH -> Optional.of(String.valueOf(attributes.clusterList().size()));
        case NEIGHBOR_ADDRESS -> Optional.of(path.peer().address().toString());
        case LOCAL_ROUTE, OLDER_PATH, ONLY_PATH, NOTHING_LEFT -> Optional.empty();
      };
    }

    private static String said(Path path) {
      String from = path.isLocal() ? "from here" : "from " + path.peer().address();
      String asPath = path.attributes().asPath().toString();
      return from + ", AS path " + (asPath.isEmpty() ? "(empty)" : asPath);
    }
  }
}
