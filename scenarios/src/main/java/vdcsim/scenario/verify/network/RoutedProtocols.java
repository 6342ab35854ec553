package vdcsim.scenario.verify.network;

import java.util.List;

/** The protocols of routed networks that can be verified. */
final class RoutedProtocols {
  private RoutedProtocols() {}

  /** One line a protocol. */
  static List<RoutedProtocol> all() {
    return List.of(
        new RouterServices(),
        new NatProtocol(),
        new RipProtocol(),
        new BgpProtocol(),
        new OspfProtocol());
  }
}
