package vdcsim.network.ospf;

import java.util.Optional;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.spec.Shorthand;
import vdcsim.network.ip.Ipv4Prefix;

/** What a scenario says about networks of an area that its border router sums up. */
@Doc("Networks of an area that a border router tells other areas of as one.")
@Shorthand("prefix")
public record AreaRangeSpec(
    @Key(value = "The network that stands for all within it.", example = "10.100.0.0/16")
        String prefix,
    @Key(
            value = "Whether other areas hear of it; if not, its networks are hidden.",
            fallback = "true",
            source = "RFC 2328, C.2")
        boolean advertise,
    @Key(
            value = "What it costs; without it as much as the dearest network within it.",
            example = "100")
        Optional<Integer> cost) {

  public AreaRangeSpec {
    try {
      Ipv4Prefix.parse(prefix);
    } catch (IllegalArgumentException e) {
      throw new Refusal("prefix", e.getMessage());
    }
  }
}
