package vdcsim.scenario.verify.network;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import vdcsim.scenario.verify.golden.UnreadableCase;
import vdcsim.scenario.verify.golden.UnsupportedCase;

/**
 * A protocol that routers of a case may speak: how a scenario says it, and what is compared. One
 * class a protocol, named in {@link RoutedProtocols}.
 */
interface RoutedProtocol {
  /** The protocol's field at routers, ends and in the defaults, as {@code ospf}. */
  String field();

  /**
   * The line of a router's map in a scenario, as {@code ospf: { router-id: 10.255.0.1 }}; empty
   * where the router does not speak it. What is read is asked of {@code router}, so that what
   * nobody asks for refuses the case.
   */
  Optional<String> facet(RouterFields router) throws UnreadableCase, UnsupportedCase;

  /**
   * The longest time in seconds until a router has settled after a single change, from its timers;
   * empty where it does not speak the protocol.
   */
  OptionalInt settleS(RouterFields router) throws UnreadableCase;

  /** When a router notices that a neighbour at an interface is silent; empty where it does not. */
  default Optional<Detection> detection(RouterFields router, RouterFields.End end)
      throws UnreadableCase {
    return Optional.empty();
  }

  /** Its part of the recorded state of every router, if the cases record one. */
  default Optional<RouterPart> part() {
    return Optional.empty();
  }

  /** What else of a recorded state is its own, as the tests of address translation. */
  default Optional<Aspect> aspect() {
    return Optional.empty();
  }

  /**
   * Workloads of a scenario that the protocol's cases need beside pings, each a line as {@code
   * test0: { type: ... }}.
   */
  default List<String> workloads(Network network, List<Phase> phases) {
    return List.of();
  }
}
