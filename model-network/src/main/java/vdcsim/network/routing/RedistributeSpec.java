package vdcsim.network.routing;

import java.util.Optional;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.spec.Shorthand;

/** What a scenario says about routes that a protocol takes over from another source. */
@Doc("Routes that a protocol announces although another source found them.")
@Shorthand("from")
public record RedistributeSpec(
    @Key(value = "Which source's routes.", example = "static") Source from,
    @Key(
            value =
                "The metric with which they are announced; the protocol's default unless given.",
            example = "20")
        Optional<Long> metric,
    @Key(
            value = "For OSPF: whether the way to this router counts too; e2 unless given.",
            example = "e1")
        Optional<ExternalType> type) {

  /** 32 bits, as BGP's; protocols with narrower metrics refuse more. */
  private static final long MOST_METRIC = 0xFFFF_FFFFL;

  public RedistributeSpec {
    if (metric.isPresent() && (metric.get() < 0 || metric.get() > MOST_METRIC)) {
      throw new Refusal(
          "metric",
          "a metric must lie between 0 and %d, was %d".formatted(MOST_METRIC, metric.get()));
    }
  }

  /** All routes of a source, with the protocol's own metric. */
  public RedistributeSpec(Source from) {
    this(from, Optional.empty(), Optional.empty());
  }

  /** Whose routes can be taken over. */
  public enum Source {
    @Doc("the networks of the router's own interfaces")
    CONNECTED,
    @Doc("routes that are written down")
    STATIC,
    @Doc("routes that RIP has learned")
    RIP,
    @Doc("routes that OSPF has computed")
    OSPF,
    @Doc("routes that BGP has learned, from within or from outside the autonomous system")
    BGP;

    boolean holds(RouteSource source) {
      return switch (source) {
        case CONNECTED -> this == CONNECTED;
        case STATIC -> this == STATIC;
        case EBGP, IBGP -> this == BGP;
        case OSPF -> this == OSPF;
        case RIP -> this == RIP;
      };
    }
  }

  /** How an external route counts (RFC 2328, 16.4). */
  public enum ExternalType {
    @Doc("its metric and the way to this router together")
    E1,
    @Doc("its metric alone; the way to this router decides between equal ones")
    E2
  }
}
