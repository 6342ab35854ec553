package vdcsim.network.service;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.spec.Shorthand;

/** What a scenario says about the ports that a host listens at. */
@Doc("Ports at which a host answers with its name and whom it sees.")
@Shorthand("ports")
public record ListenSpec(
    @Key(value = "The ports.", example = "[80, 53/udp]") List<PortSpec> ports) {
  public ListenSpec {
    ports = List.copyOf(ports);
    Set<String> seen = new TreeSet<>();
    for (PortSpec port : ports) {
      if (!seen.add(port.transport() + " " + port.number())) {
        throw new Refusal("ports", "port " + port.port() + " stands there twice");
      }
    }
  }
}
