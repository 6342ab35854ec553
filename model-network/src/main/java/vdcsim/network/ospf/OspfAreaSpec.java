package vdcsim.network.ospf;

import java.util.List;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.spec.Shorthand;
import vdcsim.network.ospf.lsa.RouterId;

/** What a scenario says about an area. */
@Doc("An area, as a router sees it; all its routers must agree on its type.")
@Shorthand("type")
public record OspfAreaSpec(
    @Key(value = "What it lets in.", fallback = "normal", source = "RFC 2328, 3.6") AreaType type,
    @Key(
            value = "What the default route costs that a border router brings into a stub.",
            fallback = "1",
            source = "FRRouting, area default-cost")
        int defaultCost,
    @Key(value = "Networks that are summed up for other areas.", example = "[10.100.0.0/16]")
        List<AreaRangeSpec> ranges,
    @Key(
            value =
                "The identifiers of border routers to which virtual links go through this area.",
            example = "[10.255.0.3]")
        List<String> virtualLinks) {

  /** An area of which nothing is said. */
  static final OspfAreaSpec PLAIN = new OspfAreaSpec(AreaType.NORMAL, 1, List.of(), List.of());

  private static final int MOST_COST = 0xFF_FFFF;

  public OspfAreaSpec {
    ranges = List.copyOf(ranges);
    virtualLinks = List.copyOf(virtualLinks);
    if (defaultCost < 0 || defaultCost > MOST_COST) {
      throw new Refusal(
          "default-cost", "a default cost lies from 0 to 16777215, was " + defaultCost);
    }
    for (String router : virtualLinks) {
      try {
        RouterId.parse(router);
      } catch (IllegalArgumentException e) {
        throw new Refusal("virtual-links", e.getMessage());
      }
    }
    if (type != AreaType.NORMAL && !virtualLinks.isEmpty()) {
      throw new Refusal("virtual-links", "no virtual link goes through a stub area (RFC 2328, 15)");
    }
  }
}
