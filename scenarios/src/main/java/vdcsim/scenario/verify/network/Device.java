package vdcsim.scenario.verify.network;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A node of a case's network. */
sealed interface Device {
  /** The node's name. */
  String name();

  /**
   * A switch.
   *
   * @param mac its own address; empty where the case gives none
   * @param spanningTree what it speaks, if anything
   * @param ageingS how long an address is remembered
   */
  record Switch(
      String name, Optional<String> mac, Optional<SpanningTreeSettings> spanningTree, int ageingS)
      implements Device {}

  /** A hub; of a shared segment the case names none, and its name is that of the link. */
  record Hub(String name) implements Device {}

  /**
   * A host.
   *
   * @param mac the address of its card; empty where the case gives none
   * @param ip its address and network
   * @param routes where packets for other networks go
   * @param services what it listens for
   */
  record Host(
      String name,
      Optional<String> mac,
      Optional<String> ip,
      List<StaticWay> routes,
      List<Service> services)
      implements Device {
    public Host {
      routes = List.copyOf(routes);
      services = List.copyOf(services);
    }
  }

  /**
   * A port that a host listens at.
   *
   * @param protocol {@code tcp} or {@code udp}
   */
  record Service(int port, String protocol) {}

  /**
   * A router, whose addresses stand at the ends of its links.
   *
   * @param loopbacks its addresses of no interface
   * @param forward whether it passes on packets
   * @param facets a line for each protocol that it speaks
   * @param settleS how long its protocols take to settle
   * @param detections by interface, when it notices that a neighbour there is silent
   */
  record Router(
      String name,
      List<String> loopbacks,
      List<StaticWay> routes,
      boolean forward,
      List<String> facets,
      int settleS,
      Map<String, Detection> detections)
      implements Device {
    public Router {
      loopbacks = List.copyOf(loopbacks);
      routes = List.copyOf(routes);
      facets = List.copyOf(facets);
      detections = new LinkedHashMap<>(detections);
    }
  }
}
