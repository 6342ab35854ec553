package vdcsim.network.vlan;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vdcsim.hardware.ethernet.VlanTag;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.spec.Shorthand;

/** What a scenario says about the VLANs of a port. */
@Doc(
    "The VLANs of a port: 'access' for a port to a host, 'trunk' for one between switches, or both"
        + " 'tagged' and 'untagged' for a hybrid port.")
@Shorthand("access")
public record PortVlanSpec(
    @Key(value = "The one VLAN of an access port; its frames leave untagged.", example = "10")
        Optional<Integer> access,
    @Key(value = "The VLANs that a trunk carries, tagged: a list, or 'all'.", example = "[10, 20]")
        List<String> trunk,
    @Key(
            value =
                "The VLAN of a trunk's untagged frames, which leave untagged as well; 0 is one of"
                    + " their own; without it a trunk takes tagged frames only.",
            example = "10")
        Optional<Integer> nativeVlan,
    @Key(
            value = "Whether a trunk tags the frames of its native VLAN too.",
            fallback = "false",
            source = "IEEE 802.1Q-2018, 8.8.2: the untagged set is a choice")
        boolean tagNative,
    @Key(value = "VLANs that leave a hybrid port untagged.", example = "[10, 20]")
        List<Integer> untagged,
    @Key(value = "VLANs that leave a hybrid port tagged.", example = "[30]") List<Integer> tagged,
    @Key(value = "The VLAN of a hybrid port's untagged frames.", example = "10")
        Optional<Integer> portVlan,
    @Key(
            value =
                "Which frames may come in; without it an access port takes untagged ones, a trunk"
                    + " without a native VLAN tagged ones, others all.",
            example = "all")
        Optional<Accepted> accept,
    @Key(
            value = "The priority of frames that bring none, from 0 to 7.",
            fallback = "0",
            source = "IEEE 802.1Q-2018, 6.9.4")
        int priority) {

  /** The word for all VLANs. */
  static final String ALL = "all";

  public PortVlanSpec {
    trunk = List.copyOf(trunk);
    untagged = List.copyOf(untagged);
    tagged = List.copyOf(tagged);
    boolean hybrid = !untagged.isEmpty() || !tagged.isEmpty() || portVlan.isPresent();
    long forms =
        Stream.of(access.isPresent(), !trunk.isEmpty(), hybrid).filter(form -> form).count();
    if (forms != 1) {
      throw new Refusal(
          "", "a port is either 'access', or 'trunk', or hybrid with 'untagged' and 'tagged'");
    }
    if (trunk.isEmpty() && (nativeVlan.isPresent() || tagNative)) {
      throw new Refusal("native-vlan", "only a trunk has a native VLAN");
    }
    if (priority < 0 || priority > 7) {
      throw new Refusal("priority", "a priority lies from 0 to 7, was " + priority);
    }
    access.ifPresent(vlan -> check("access", vlan, 1));
    nativeVlan.ifPresent(vlan -> check("native-vlan", vlan, 0));
    portVlan.ifPresent(vlan -> check("port-vlan", vlan, 1));
    untagged.forEach(vlan -> check("untagged", vlan, 1));
    tagged.forEach(vlan -> check("tagged", vlan, 1));
    carried(trunk).forEach(vlan -> check("trunk", vlan, 1));
  }

  private static void check(String key, int vlan, int least) {
    if (vlan < least || vlan > VlanTag.LAST_VLAN) {
      throw new Refusal(
          key, "a VLAN lies from " + least + " to " + VlanTag.LAST_VLAN + ", was " + vlan);
    }
  }

  /** The VLANs that a trunk carries. */
  List<Integer> carried() {
    return carried(trunk);
  }

  private static List<Integer> carried(List<String> trunk) {
    if (trunk.equals(List.of(ALL))) {
      return IntStream.rangeClosed(1, VlanTag.LAST_VLAN).boxed().toList();
    }
    return trunk.stream().map(PortVlanSpec::number).toList();
  }

  private static int number(String vlan) {
    if (!vlan.matches("\\d{1,5}")) {
      throw new Refusal("trunk", "a trunk lists VLANs, or says 'all', was '" + vlan + "'");
    }
    return Integer.parseInt(vlan);
  }

  /** Which frames a port takes (IEEE 802.1Q-2018, 6.9: Acceptable Frame Types). */
  public enum Accepted {
    @Doc("every frame of a VLAN of the port")
    ALL,
    @Doc("only frames without a tag, or with a tag that says a priority alone")
    UNTAGGED,
    @Doc("only frames with the tag of a VLAN")
    TAGGED
  }
}
