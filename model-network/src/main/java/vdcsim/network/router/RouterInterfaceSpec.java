package vdcsim.network.router;

import java.util.Optional;
import vdcsim.hardware.ethernet.MacAddress;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.spec.Shorthand;
import vdcsim.network.ip.Ipv4Interface;

/** What a scenario says about an interface of a router. */
@Doc("An interface of a router, with its address and network.")
@Shorthand("ip")
public record RouterInterfaceSpec(
    @Key(value = "Its address, with its network.", example = "10.0.0.254/24") String ip,
    @Key(
            value = "The address of its card; without it, the next one that is free.",
            example = "02:00:00:00:01:01")
        Optional<String> address) {

  public RouterInterfaceSpec {
    try {
      Ipv4Interface.parse(ip);
    } catch (IllegalArgumentException e) {
      throw new Refusal("ip", e.getMessage());
    }
    address.ifPresent(text -> MacAddress.check("address", text));
  }

  /** An interface whose card gets the next free address. */
  public RouterInterfaceSpec(String ip) {
    this(ip, Optional.empty());
  }
}
