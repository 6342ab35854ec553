package vdcsim.network.bgp;

import java.util.Optional;
import vdcsim.network.bgp.message.PathAttributes;
import vdcsim.network.bgp.policy.Policy;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Prefix;
import vdcsim.network.stack.Stack;

/** Which routes of a neighbour are used, and as what (RFC 4271, 9; RFC 4456, 8). */
final class Inbound {
  private final long asn;
  private final Ipv4Address routerId;
  private final Ipv4Address clusterId;
  private final Stack stack;

  Inbound(long asn, Ipv4Address routerId, Ipv4Address clusterId, Stack stack) {
    this.asn = asn;
    this.routerId = routerId;
    this.clusterId = clusterId;
    this.stack = stack;
  }

  /** Why a route must not be used whatever policies say; empty where it may. */
  Optional<String> flaw(PathAttributes attributes) {
    if (attributes.asPath().contains(asn)) {
      return Optional.of("as-path-loop");
    } else if (attributes.originatorId().filter(routerId::equals).isPresent()) {
      return Optional.of("originator-loop");
    } else if (attributes.clusterList().contains(clusterId)) {
      return Optional.of("cluster-loop");
    } else if (stack.owns(attributes.nextHop())) {
      return Optional.of("next-hop-self");
    }
    return Optional.empty();
  }

  /**
   * The attributes as they are used: a local preference from outside does not count (RFC 4271,
   * 5.1.5), nor what reflectors of another system added.
   */
  static Optional<Policy.Outcome> taken(
      Policy policy, Ipv4Prefix prefix, PathAttributes attributes, boolean external) {
    PathAttributes plain =
        external
                && (attributes.localPreference().isPresent()
                    || attributes.originatorId().isPresent()
                    || !attributes.clusterList().isEmpty())
            ? attributes
                .change()
                .localPreference(Optional.empty())
                .reflected(Optional.empty(), java.util.List.of())
                .done()
            : attributes;
    return policy.apply(prefix, plain);
  }
}
