package vdcsim.scenario.verify.network;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import vdcsim.scenario.verify.golden.Fields;
import vdcsim.scenario.verify.golden.UnreadableCase;
import vdcsim.scenario.verify.golden.UnsupportedCase;

/**
 * The VLANs of an end, as a scenario writes them.
 *
 * @param text a flow map of YAML
 */
record PortVlan(String text) {
  /** Open vSwitch: a port of which nothing is said is a trunk of all VLANs. */
  static final PortVlan UNSAID = new PortVlan("{ trunk: all, native-vlan: 0 }");

  static PortVlan read(Fields vlan) throws UnreadableCase, UnsupportedCase {
    String mode = vlan.text("mode");
    PortVlan port =
        switch (mode) {
          case "access" -> new PortVlan("{ access: " + vlan.integer("tag") + " }");
          case "trunk" -> trunk(vlan);
          default -> throw new UnsupportedCase("a VLAN mode '" + mode + "' is not known");
        };
    vlan.expectNoOther();
    return port;
  }

  /**
   * Open vSwitch takes untagged frames at a trunk without a native VLAN into VLAN 0, where it
   * carries all; a list lacks VLAN 0.
   */
  private static PortVlan trunk(Fields vlan) throws UnreadableCase {
    boolean all = !vlan.has("vlans");
    List<Integer> list = vlan.integers("vlans");
    String carried =
        all
            ? "all"
            : list.stream().map(String::valueOf).collect(Collectors.joining(", ", "[", "]"));
    Optional<Integer> own =
        vlan.has("native") ? Optional.of(vlan.integer("native")) : vlanZero(all);
    String ownText = own.map(v -> ", native-vlan: " + v).orElse("");
    String tagged = vlan.truth("native_tagged", false) ? ", tag-native: true" : "";
    return new PortVlan(String.format(Locale.ROOT, "{ trunk: %s%s%s }", carried, ownText, tagged));
  }

  private static Optional<Integer> vlanZero(boolean all) {
    return all ? Optional.of(0) : Optional.empty();
  }
}
