package vdcsim.network.spanningtree;

import java.util.Optional;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;

/** What a scenario says about a port in a spanning tree. */
@Doc("A port of a switch with spanning tree.")
public record SpanningTreePortSpec(
    @Key(
            value = "What the way over this port costs; without it the rate of its cable decides.",
            example = "100")
        Optional<Integer> cost,
    @Key(
            value = "Of ports that are alike, the one of the lower priority is taken.",
            fallback = "128",
            source = "IEEE 802.1D-2004, Table 17-2; Linux writes 32, in steps of 1/64")
        int priority,
    @Key(
            value =
                "Whether a host is at the port, so that it forwards at once: an edge port, or port"
                    + " fast; it is none any more when a BPDU arrives.",
            fallback = "false",
            source = "IEEE 802.1D-2004, 17.13.1, AdminEdgePort")
        boolean edge,
    @Key(
            value = "RSTP: whether a port that hears no BPDU for a while becomes an edge port.",
            fallback = "true",
            source = "IEEE 802.1D-2004, 17.13.3, AutoEdgePort")
        boolean autoEdge,
    @Key(
            value =
                "RSTP: whether just one bridge is at the other end; without it, if full duplex.",
            example = "false")
        Optional<Boolean> pointToPoint,
    @Key(value = "What the port is guarded against.", fallback = "none", source = "none is usual")
        Guard guard) {

  /** A port of which nothing is said. */
  public static final SpanningTreePortSpec UNNAMED =
      new SpanningTreePortSpec(Optional.empty(), 128, false, true, Optional.empty(), Guard.NONE);
}
