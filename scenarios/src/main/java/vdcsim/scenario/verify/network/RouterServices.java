package vdcsim.scenario.verify.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import vdcsim.scenario.verify.golden.Fields;
import vdcsim.scenario.verify.golden.UnreadableCase;
import vdcsim.scenario.verify.golden.UnsupportedCase;

/** The services of a router itself. */
final class RouterServices implements RoutedProtocol {
  @Override
  public String field() {
    return "listen";
  }

  @Override
  public Optional<String> facet(RouterFields router) throws UnreadableCase, UnsupportedCase {
    return text(services(router.node()));
  }

  /** The services under {@code listen} of a node. */
  static List<Device.Service> services(Fields node) throws UnreadableCase, UnsupportedCase {
    List<Device.Service> services = new ArrayList<>();
    for (Fields service : node.objects("listen")) {
      services.add(
          new Device.Service(service.integer("port"), service.optionalText("proto").orElse("tcp")));
      service.expectNoOther();
    }
    return services;
  }

  /** The services as a scenario writes them; empty where there are none. */
  static Optional<String> text(List<Device.Service> services) {
    List<String> ports = services.stream().map(s -> s.port() + "/" + s.protocol()).toList();
    return ports.isEmpty()
        ? Optional.empty()
        : Optional.of("listen: [ " + String.join(", ", ports) + " ]");
  }

  @Override
  public OptionalInt settleS(RouterFields router) {
    return OptionalInt.empty();
  }
}
