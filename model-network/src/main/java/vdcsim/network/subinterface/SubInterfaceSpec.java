package vdcsim.network.subinterface;

import java.util.Optional;
import vdcsim.hardware.ethernet.VlanTag;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.spec.Shorthand;

/** What a scenario says about a sub-interface. */
@Doc("A card of software for the frames of one VLAN of another card.")
@Shorthand("vlan")
public record SubInterfaceSpec(
    @Key(value = "The VLAN whose frames it takes, and with whose tag it sends.", example = "10")
        int vlan,
    @Key(
            value =
                "The card of which it is a part: one of hardware, the end of a bridge, or another"
                    + " sub-interface; without it, that before the last dot of its name.",
            example = "eth0")
        Optional<String> of,
    @Key(
            value = "The priority in the tags of the frames that it sends, from 0 to 7.",
            fallback = "0",
            source = "Linux, vlan_dev.c: without an egress-qos-map")
        int priority) {
  public SubInterfaceSpec {
    if (vlan < 1 || vlan > VlanTag.LAST_VLAN) {
      throw new Refusal("vlan", "a VLAN lies from 1 to " + VlanTag.LAST_VLAN + ", was " + vlan);
    }
    if (priority < 0 || priority > 7) {
      throw new Refusal("priority", "a priority lies from 0 to 7, was " + priority);
    }
  }

  /** The card of which a sub-interface of this name is a part. */
  String card(String name) {
    int dot = name.lastIndexOf('.');
    return of.orElseGet(() -> dot < 0 ? "" : name.substring(0, dot));
  }

  VlanTag tag() {
    return new VlanTag(VlanTag.CUSTOMER, priority, false, vlan);
  }
}
