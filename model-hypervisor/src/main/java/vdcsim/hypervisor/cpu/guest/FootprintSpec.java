package vdcsim.hypervisor.cpu.guest;

import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.spec.Shorthand;

/** What a scenario says about the locality of kernel code. */
@Doc(
    "Kernel code of which each repetition runs through a part, some of it often, most of it"
        + " rarely.")
@Shorthand("blocks")
public record FootprintSpec(
    @Key(value = "Basic blocks in all.", example = "20000") int blocks,
    @Key(
            value = "The exponent of Zipf's law, by which blocks are drawn; 0 draws all alike.",
            fallback = "1",
            source = "Zipf's law as it stands")
        double skew) {
  private static final int MOST = 1_000_000;
  private static final double STEEPEST = 4;

  public FootprintSpec {
    if (blocks < 1 || blocks > MOST) {
      throw new Refusal("blocks", "blocks must lie between 1 and " + MOST + ", was " + blocks);
    }
    if (!(skew >= 0 && skew <= STEEPEST)) {
      throw new Refusal("skew", "skew must lie between 0 and 4, was " + skew);
    }
  }
}
