package vdcsim.hardware.machine;

import java.time.Duration;
import java.util.Optional;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;

/** What a scenario says about memory nodes. */
@Doc("Memory nodes: the memory of a core's own node is near, that of others far.")
public record NumaSpec(
    @Key(value = "How many there are; without it, one a socket.", example = "2")
        Optional<Integer> nodes,
    @Key(
            value = "How long a reference to near memory takes.",
            fallback = "65 ns",
            source = "Molka et al., PACT 2009: Intel Xeon X5570, local memory")
        Duration near,
    @Key(
            value = "How long a reference to far memory takes.",
            fallback = "106 ns",
            source = "Molka et al., PACT 2009: Intel Xeon X5570, memory of the other socket",
            example = "140 ns")
        Duration far) {

  public NumaSpec {
    if (near.toNanos() < 1 || far.compareTo(near) < 0) {
      throw new Refusal(
          "far", "far memory takes as long as near memory at least, was " + far.toNanos() + " ns");
    }
  }

  /** How much longer far memory takes. */
  double farCost() {
    return (double) far.toNanos() / near.toNanos();
  }
}
