package vdcsim.network.vlan;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import vdcsim.network.vlan.PortVlanSpec.Accepted;

/**
 * The VLANs of a port, as IEEE 802.1Q-2018 has them: the port VLAN identifier, the member set and
 * the untagged set.
 */
final class PortVlans {
  /** There is no port VLAN identifier: untagged frames are refused. */
  static final int NO_VLAN = -1;

  /** IEEE 802.1Q-2018, Table 9-2: the default of the port VLAN identifier. */
  private static final int DEFAULT_VLAN = 1;

  private final int portVlan;
  private final BitSet members = new BitSet();
  private final BitSet untagged = new BitSet();
  private final Accepted accepted;
  private final int priority;

  private PortVlans(int portVlan, Accepted accepted, int priority) {
    this.portVlan = portVlan;
    this.accepted = accepted;
    this.priority = priority;
  }

  /** A port that a scenario does not name. */
  static PortVlans unnamed() {
    return access(DEFAULT_VLAN, Accepted.UNTAGGED, 0);
  }

  /** The same at a bridge of software, which also takes frames with the tag of that VLAN. */
  static PortVlans open() {
    return access(DEFAULT_VLAN, Accepted.ALL, 0);
  }

  static PortVlans of(PortVlanSpec spec) {
    if (spec.access().isPresent()) {
      return access(spec.access().get(), spec.accept().orElse(Accepted.UNTAGGED), spec.priority());
    } else if (spec.trunk().isEmpty()) {
      return hybrid(spec);
    }
    return trunk(spec);
  }

  private static PortVlans access(int vlan, Accepted accepted, int priority) {
    PortVlans port = new PortVlans(vlan, accepted, priority);
    port.add(List.of(vlan), true);
    return port;
  }

  private static PortVlans trunk(PortVlanSpec spec) {
    Optional<Integer> own = spec.nativeVlan();
    Accepted accepted = own.isPresent() ? Accepted.ALL : Accepted.TAGGED;
    PortVlans port =
        new PortVlans(own.orElse(NO_VLAN), spec.accept().orElse(accepted), spec.priority());
    port.add(spec.carried(), false);
    own.ifPresent(vlan -> port.add(List.of(vlan), !spec.tagNative()));
    return port;
  }

  private static PortVlans hybrid(PortVlanSpec spec) {
    int portVlan =
        spec.portVlan().orElse(spec.untagged().isEmpty() ? NO_VLAN : spec.untagged().get(0));
    PortVlans port = new PortVlans(portVlan, spec.accept().orElse(Accepted.ALL), spec.priority());
    port.add(spec.tagged(), false);
    port.add(spec.untagged(), true);
    return port;
  }

  private void add(List<Integer> vlans, boolean leavesUntagged) {
    for (int vlan : vlans) {
      members.set(vlan);
      untagged.set(vlan, leavesUntagged);
    }
  }

  int portVlan() {
    return portVlan;
  }

  int priority() {
    return priority;
  }

  boolean takesTagged() {
    return accepted != Accepted.UNTAGGED;
  }

  boolean takesUntagged() {
    return accepted != Accepted.TAGGED && portVlan != NO_VLAN;
  }

  boolean carries(int vlan) {
    return members.get(vlan);
  }

  /** Whether a VLAN's frames leave without its tag. */
  boolean leavesUntagged(int vlan) {
    return untagged.get(vlan);
  }
}
