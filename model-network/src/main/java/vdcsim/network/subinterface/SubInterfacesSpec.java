package vdcsim.network.subinterface;

import java.util.LinkedHashMap;
import java.util.Map;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Shorthand;

/** What a scenario says about the sub-interfaces of a host. */
@Doc("VLAN sub-interfaces of a host's cards, by name.")
@Shorthand("cards")
public record SubInterfacesSpec(
    @Key(value = "The sub-interfaces.", example = "{ eth0.10: 10 }")
        Map<String, SubInterfaceSpec> cards) {
  public SubInterfacesSpec {
    cards = new LinkedHashMap<>(cards);
  }
}
