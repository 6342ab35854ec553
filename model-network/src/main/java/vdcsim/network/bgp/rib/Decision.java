package vdcsim.network.bgp.rib;

import static vdcsim.network.bgp.rib.Step.AS_PATH;
import static vdcsim.network.bgp.rib.Step.CLUSTER_LENGTH;
import static vdcsim.network.bgp.rib.Step.IGP_METRIC;
import static vdcsim.network.bgp.rib.Step.LOCAL_PREFERENCE;
import static vdcsim.network.bgp.rib.Step.LOCAL_ROUTE;
import static vdcsim.network.bgp.rib.Step.MED;
import static vdcsim.network.bgp.rib.Step.NEIGHBOR_ADDRESS;
import static vdcsim.network.bgp.rib.Step.NOTHING_LEFT;
import static vdcsim.network.bgp.rib.Step.OLDER_PATH;
import static vdcsim.network.bgp.rib.Step.ORIGIN;
import static vdcsim.network.bgp.rib.Step.PEER_TYPE;
import static vdcsim.network.bgp.rib.Step.ROUTER_ID;
import static vdcsim.network.bgp.rib.Step.WEIGHT;

import java.util.Optional;
import vdcsim.network.bgp.message.AsPath;
import vdcsim.network.ip.Ipv4Address;

/**
 * The comparison of two paths, step by step, as FRRouting 8.4 does it. As the MED counts between
 * paths of one neighbour system only, it is no order: which of three paths wins may depend on the
 * sequence in which they are compared, and FRRouting compares in the sequence of arrival unless
 * told to be deterministic.
 */
final class Decision {
  private final DecisionSettings settings;
  private final Optional<Path> inUse;

  /** Compares while one path may be in use. */
  Decision(DecisionSettings settings, Optional<Path> inUse) {
    this.settings = settings;
    this.inUse = inUse;
  }

  /**
   * What a comparison came to.
   *
   * @param firstWins whether the first path is preferred
   * @param step the step that decided
   */
  record Verdict(boolean firstWins, Step step) {}

  /** Compares two valid paths. */
  Verdict compare(Path first, Path second) {
    return preferences(first, second)
        .or(() -> pathAndMed(first, second))
        .or(() -> nearness(first, second))
        .orElseGet(() -> tieBreak(first, second));
  }

  private static Optional<Verdict> lower(Step step, long first, long second) {
    return first == second ? Optional.empty() : Optional.of(new Verdict(first < second, step));
  }

  private static Optional<Verdict> preferences(Path first, Path second) {
    return lower(WEIGHT, second.weight(), first.weight())
        .or(() -> lower(LOCAL_PREFERENCE, second.localPreference(), first.localPreference()))
        .or(
            () ->
                first.isLocal() || second.isLocal()
                    ? Optional.of(new Verdict(first.isLocal(), LOCAL_ROUTE))
                    : Optional.empty());
  }

  private Optional<Verdict> pathAndMed(Path first, Path second) {
    AsPath one = first.attributes().asPath();
    AsPath other = second.attributes().asPath();
    return lower(AS_PATH, one.length(), other.length())
        .or(
            () ->
                lower(
                    ORIGIN,
                    first.attributes().origin().code(),
                    second.attributes().origin().code()))
        .or(() -> comparesMed(one, other) ? lower(MED, med(first), med(second)) : Optional.empty());
  }

  private boolean comparesMed(AsPath one, AsPath other) {
    return settings.alwaysCompareMed()
        || sameNeighbour(one, other)
        || (one.length() == 0 && other.length() == 0);
  }

  /** Whether two paths came from the same neighbour system. */
  static boolean sameNeighbour(AsPath one, AsPath other) {
    return one.first().isPresent() && one.first().equals(other.first());
  }

  /** RFC 4271, 9.1.2.2 c: a path without one has the lowest. */
  private static long med(Path path) {
    return path.attributes().med().orElse(0L);
  }

  private static Optional<Verdict> nearness(Path first, Path second) {
    return lower(PEER_TYPE, first.peer().isExternal() ? 0 : 1, second.peer().isExternal() ? 0 : 1)
        .or(() -> lower(IGP_METRIC, first.igpMetric(), second.igpMetric()));
  }

  private Verdict tieBreak(Path first, Path second) {
    if (!settings.compareRouterId()
        && first.peer().isExternal()
        && second.peer().isExternal()
        && (isInUse(first) || isInUse(second))) {
      return new Verdict(isInUse(first), OLDER_PATH);
    }
    return lower(ROUTER_ID, unsigned(originator(first)), unsigned(originator(second)))
        .or(() -> lower(CLUSTER_LENGTH, clusters(first), clusters(second)))
        .or(
            () ->
                lower(
                    NEIGHBOR_ADDRESS,
                    unsigned(first.peer().address()),
                    unsigned(second.peer().address())))
        .orElse(new Verdict(true, NOTHING_LEFT));
  }

  private boolean isInUse(Path path) {
    return inUse.filter(path::equals).isPresent();
  }

  private static Ipv4Address originator(Path path) {
    return path.attributes().originatorId().orElse(path.peer().routerId());
  }

  private static int clusters(Path path) {
    return path.attributes().clusterList().size();
  }

  private static long unsigned(Ipv4Address address) {
    return address.bits() & 0xFFFF_FFFFL;
  }

  /** Whether both may be used side by side: nothing before the tie break tells them apart. */
  boolean equal(Path first, Path second) {
    if (preferences(first, second).isPresent()
        || pathAndMed(first, second).isPresent()
        || nearness(first, second).isPresent()
        || first.nextHop().address().equals(second.nextHop().address())) {
      return false;
    } else if (settings.multipathRelax()) {
      return true;
    }
    return first.peer().isExternal()
        ? first.peer().asn() == second.peer().asn()
        : first.attributes().asPath().equals(second.attributes().asPath());
  }
}
