package vdcsim.network.nat;

import java.util.Optional;
import vdcsim.network.conntrack.Side;
import vdcsim.network.match.PacketMatch;

/**
 * A rule: how connections are translated whose first packet is asked for.
 *
 * @param side which side of the first packet is translated
 * @param match which connections
 * @param target to what; empty for the address of the interface over which the packet leaves
 * @param local whether a rule for destinations applies to what the machine itself sends
 * @param remote whether it applies to what comes in
 */
public record NatRule(
    Side side, PacketMatch match, Optional<Target> target, boolean local, boolean remote) {

  /** Behind the address of the interface over which a packet leaves. */
  public static NatRule masquerade(PacketMatch match) {
    return new NatRule(Side.SOURCE, match, Optional.empty(), true, true);
  }

  /** Behind an address. */
  public static NatRule source(PacketMatch match, Target target) {
    return new NatRule(Side.SOURCE, match, Optional.of(target), true, true);
  }

  /** To another destination, of what comes in. */
  public static NatRule destination(PacketMatch match, Target target) {
    return new NatRule(Side.DESTINATION, match, Optional.of(target), false, true);
  }

  /** To another destination, of what the machine itself sends. */
  public static NatRule ownDestination(PacketMatch match, Target target) {
    return new NatRule(Side.DESTINATION, match, Optional.of(target), true, false);
  }
}
