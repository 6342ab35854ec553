package vdcsim.network.bgp.message;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import vdcsim.network.ip.Ipv4Address;

/**
 * What a route carries beside its network (RFC 4271, 5). Many routes share one object.
 *
 * @param nextHop the router to which packets go; 0.0.0.0 where that is the speaker itself
 * @param med how the neighbour ranks the ways into its own autonomous system; less wins
 * @param localPreference how this autonomous system ranks the ways out; more wins
 * @param atomicAggregate whether the path may hide autonomous systems
 * @param communities marks, sorted
 * @param originatorId who brought it into the autonomous system, where it was reflected
 * @param clusterList the reflectors that it has passed, the last first
 */
public record PathAttributes(
    Origin origin,
    AsPath asPath,
    Ipv4Address nextHop,
    Optional<Long> med,
    Optional<Long> localPreference,
    boolean atomicAggregate,
    Optional<Aggregator> aggregator,
    List<Community> communities,
    Optional<Ipv4Address> originatorId,
    List<Ipv4Address> clusterList,
    List<UnknownAttribute> unknown) {

  /** What stands for the speaker itself. */
  public static final Ipv4Address SELF = new Ipv4Address(0);

  public PathAttributes {
    communities = communities.isEmpty() ? List.of() : List.copyOf(new TreeSet<>(communities));
    clusterList = List.copyOf(clusterList);
    unknown = List.copyOf(unknown);
  }

  /** The attributes of a route that starts here. */
  public static PathAttributes local(Origin origin, Ipv4Address nextHop, long med) {
    return new PathAttributes(
        origin,
        AsPath.EMPTY,
        nextHop,
        Optional.of(med),
        Optional.empty(),
        false,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of(),
        List.of());
  }

  /** These with some changed. */
  public Change change() {
    return new Change(this);
  }

  /** A copy in the making. */
  public static final class Change {
    private final PathAttributes before;
    private AsPath asPath;
    private Ipv4Address nextHop;
    private Optional<Long> med;
    private Optional<Long> localPreference;
    private boolean atomicAggregate;
    private Optional<Aggregator> aggregator;
    private List<Community> communities;
    private Optional<Ipv4Address> originatorId;
    private List<Ipv4Address> clusterList;

    private Change(PathAttributes before) {
      this.before = before;
      this.asPath = before.asPath;
      this.nextHop = before.nextHop;
      this.med = before.med;
      this.localPreference = before.localPreference;
      this.atomicAggregate = before.atomicAggregate;
      this.aggregator = before.aggregator;
      this.communities = before.communities;
      this.originatorId = before.originatorId;
      this.clusterList = before.clusterList;
    }

    /** Another path. */
    public Change asPath(AsPath path) {
      asPath = path;
      return this;
    }

    /** Another next hop. */
    public Change nextHop(Ipv4Address address) {
      nextHop = address;
      return this;
    }

    /** Another multi-exit discriminator, or none. */
    public Change med(Optional<Long> value) {
      med = value;
      return this;
    }

    /** Another local preference, or none. */
    public Change localPreference(Optional<Long> value) {
      localPreference = value;
      return this;
    }

    /** Formed by an aggregating speaker. */
    public Change aggregated(boolean atomic, Aggregator by) {
      atomicAggregate = atomic;
      aggregator = Optional.of(by);
      return this;
    }

    /** Other marks. */
    public Change communities(List<Community> marks) {
      communities = marks;
      return this;
    }

    /** Reflected: from whom first, and through which clusters; both empty for a plain route. */
    public Change reflected(Optional<Ipv4Address> originator, List<Ipv4Address> clusters) {
      originatorId = originator;
      clusterList = clusters;
      return this;
    }

    /** The changed attributes. */
    public PathAttributes done() {
      return new PathAttributes(
          before.origin,
          asPath,
          nextHop,
          med,
          localPreference,
          atomicAggregate,
          aggregator,
          communities,
          originatorId,
          clusterList,
          before.unknown);
    }
  }
}
