package vdcsim.network.bgp;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;
import vdcsim.network.bgp.policy.ClauseSpec;
import vdcsim.network.bgp.policy.Policy;
import vdcsim.network.ip.Ipv4Address;

/** What a scenario says about a neighbour of a BGP speaker. */
@Doc("A neighbour with which routes are exchanged.")
public record NeighborSpec(
    @Key(value = "Its address.", example = "10.0.1.2") String address,
    @Key(value = "Its autonomous system.", example = "65002") long remoteAs,
    @Key(
            value = "What becomes of its routes; without clauses all are taken.",
            example = "[{ set: { local-preference: 200 } }]")
        List<ClauseSpec> in,
    @Key(
            value = "Which routes it is told; without clauses all are.",
            example = "[{ match: { as-path: ^$ } }]")
        List<ClauseSpec> out,
    @Key(
            value = "How much this router prefers its routes; more wins.",
            fallback = "0",
            example = "500")
        int weight,
    @Key(
            value = "Whether this router names itself as next hop.",
            fallback = "false",
            source = "FRRouting, neighbor next-hop-self")
        boolean nextHopSelf,
    @Key(
            value = "Whether routes from within the autonomous system are reflected to it.",
            fallback = "false",
            source = "RFC 4456")
        boolean routeReflectorClient,
    @Key(
            value = "From which address it is spoken to: lo, an interface, or an address.",
            example = "lo")
        Optional<String> updateSource,
    @Key(
            value =
                "How many routers away an external neighbour may be; beyond 1 it need not be"
                    + " connected directly.",
            fallback = "1",
            source = "FRRouting, neighbor ebgp-multihop",
            example = "2")
        int ebgpMultihop,
    @Key(
            value =
                "The least time between two sets of changes that it is told, instead of the"
                    + " router's.",
            example = "5 s")
        Optional<Duration> advertisementInterval) {

  public NeighborSpec {
    in = List.copyOf(in);
    out = List.copyOf(out);
    try {
      Ipv4Address.parse(address);
    } catch (IllegalArgumentException e) {
      throw new Refusal("address", e.getMessage());
    }
    BgpSpec.checkAsn("remote-as", remoteAs);
    within("weight", weight, 0, 0xFFFF);
    within("ebgp-multihop", ebgpMultihop, 1, 255);
    advertisementInterval.ifPresent(time -> BgpSpec.checkInterval(time));
  }

  private static void within(String key, int value, int least, int most) {
    if (value < least || value > most) {
      throw new Refusal(
          key, "%s lies between %d and %d, was %d".formatted(key, least, most, value));
    }
  }

  Ipv4Address ip() {
    return Ipv4Address.parse(address);
  }

  /** A neighbour of which nothing more is said. */
  static NeighborSpec of(String address, long remoteAs) {
    return new NeighborSpec(
        address,
        remoteAs,
        List.of(),
        List.of(),
        0,
        false,
        false,
        Optional.empty(),
        1,
        Optional.empty());
  }

  static Policy policy(List<ClauseSpec> clauses, boolean required) {
    if (clauses.isEmpty()) {
      return required ? Policy.DENY_ALL : Policy.PERMIT_ALL;
    }
    return new Policy(clauses);
  }
}
