package vdcsim.network.bgp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vdcsim.network.bgp.message.Community;
import vdcsim.network.bgp.message.PathAttributes;
import vdcsim.network.bgp.policy.Policy;
import vdcsim.network.bgp.rib.Path;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Prefix;

/** Which routes a neighbour is told, and with which attributes (RFC 4271, 9.2; RFC 4456). */
final class Outbound {
  private final long asn;
  private final Ipv4Address clusterId;

  Outbound(long asn, Ipv4Address clusterId) {
    this.asn = asn;
    this.clusterId = clusterId;
  }

  /** What a neighbour is told of the best path to a network; empty if nothing. */
  Optional<PathAttributes> attributes(Ipv4Prefix prefix, Path path, Peer to) {
    if (!mayTell(path, to)) {
      return Optional.empty();
    }
    PathAttributes before = path.attributes();
    PathAttributes.Change change = before.change();
    // RFC 4271, 5.1.4: what another system said about the ways into it goes no further.
    if (to.isExternal() && !path.isLocal()) {
      change.med(Optional.empty());
    }
    // A weight of policies, a local preference and reflection stay within the system.
    if (!to.isExternal() && before.localPreference().isEmpty()) {
      change.localPreference(Optional.of(Path.DEFAULT_LOCAL_PREFERENCE));
    }
    PathAttributes ready = change.done();
    Optional<Policy.Outcome> outcome = to.out().apply(prefix, ready);
    if (outcome.isEmpty()) {
      return Optional.empty();
    }
    // FRRouting: a reflector's policy filters what it reflects, and changes nothing on it.
    boolean reflects = reflects(path, to);
    PathAttributes passed = reflects ? ready : outcome.get().attributes();
    return Optional.of(sent(passed, path, to, outcome.get().nextHopSet() && !reflects));
  }

  private boolean mayTell(Path path, Peer to) {
    PathAttributes attributes = path.attributes();
    if (path.peer() == to) {
      return false;
    } else if (internal(path) && !to.isExternal() && !from(path).isClient() && !to.isClient()) {
      return false;
    } else if (attributes.originatorId().filter(to.routerId()::equals).isPresent()) {
      return false;
    }
    List<Community> marks = attributes.communities();
    boolean stays = marks.contains(Community.NO_EXPORT) || marks.contains(Community.LOCAL_AS);
    return !marks.contains(Community.NO_ADVERTISE) && !(to.isExternal() && stays);
  }

  private static boolean internal(Path path) {
    return !path.isLocal() && !path.peer().isExternal();
  }

  private static Peer from(Path path) {
    return (Peer) path.peer();
  }

  private static boolean reflects(Path path, Peer to) {
    return internal(path) && !to.isExternal();
  }

  private PathAttributes sent(PathAttributes passed, Path path, Peer to, boolean nextHopSet) {
    PathAttributes.Change change = passed.change().nextHop(nextHop(passed, path, to, nextHopSet));
    if (to.isExternal()) {
      change
          .asPath(passed.asPath().prepend(List.of(asn)))
          .localPreference(Optional.empty())
          .reflected(Optional.empty(), List.of());
    } else if (reflects(path, to)) {
      List<Ipv4Address> clusters = new ArrayList<>(List.of(clusterId));
      clusters.addAll(passed.clusterList());
      Ipv4Address originator = passed.originatorId().orElse(path.peer().routerId());
      change.reflected(Optional.of(originator), clusters);
    }
    return change.done();
  }

  /** RFC 4271, 5.1.3. */
  private static Ipv4Address nextHop(
      PathAttributes passed, Path path, Peer to, boolean nextHopSet) {
    Ipv4Address self = to.local();
    if (nextHopSet) {
      return passed.nextHop();
    } else if (passed.nextHop().equals(PathAttributes.SELF)) {
      return self;
    } else if (reflects(path, to)) {
      return passed.nextHop();
    } else if (to.isNextHopSelf()) {
      return self;
    } else if (!to.isExternal()) {
      return passed.nextHop();
    }
    // A third party's address goes on where the neighbour reaches it without this router.
    return to.sharesNetworkWith(passed.nextHop()) ? passed.nextHop() : self;
  }
}
