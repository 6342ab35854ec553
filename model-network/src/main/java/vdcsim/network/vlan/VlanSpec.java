package vdcsim.network.vlan;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;

/** What a scenario says about the VLANs of a switch. */
@Doc("The VLANs of a switch; a port that is not named is an access port of VLAN 1.")
public record VlanSpec(
    @Key(value = "The VLANs of each port.", example = "{ p1: 10, p2: { trunk: [10, 20] } }")
        Map<String, PortVlanSpec> ports,
    @Key(
            value = "Whether VLANs share what they learn.",
            fallback = "independent",
            source = "Linux bridge and Open vSwitch: an entry a VLAN and address")
        Learning learning) {

  public VlanSpec {
    ports = new LinkedHashMap<>(ports);
  }

  /** The VLANs of a port, if they are said. */
  Optional<PortVlanSpec> of(String port) {
    return Optional.ofNullable(ports.get(port));
  }

  /** How VLANs and filtering databases belong together (IEEE 802.1Q-2018, 8.8.8, Annex F). */
  public enum Learning {
    @Doc("each VLAN has a filtering database of its own, so that an address may be at two ports")
    INDEPENDENT,
    @Doc("all VLANs have one filtering database")
    SHARED
  }
}
