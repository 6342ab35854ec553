package vdcsim.hardware.machine;

import java.util.ArrayList;
import java.util.List;
import vdcsim.kernel.quantity.Ratio;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.spec.Shorthand;

/** What a scenario says about hardware threads. */
@Doc("Hardware threads, which share a core.")
@Shorthand("per-core")
public record ThreadsSpec(
    @Key(
            value = "How many a core has.",
            fallback = "2",
            source = "Intel Hyper-Threading (Marr et al. 2002)",
            example = "2")
        int perCore,
    @Key(
            value =
                "By how much a core does more with 2, 3, ... busy threads than with one; needed for"
                    + " more than two threads.",
            fallback = "21 %",
            source =
                "Marr et al., Hyper-Threading Technology Architecture and Microarchitecture, Intel"
                    + " Technology Journal 6(1), 2002: OLTP gains 21 %",
            example = "[30 %]")
        List<Ratio> gain) {
  private static final int MOST = 8;

  public ThreadsSpec {
    gain = List.copyOf(gain);
    if (perCore < 1 || perCore > MOST) {
      throw new Refusal("per-core", "a core has 1 to 8 threads, was " + perCore);
    }
    if (perCore > 1 && gain.size() < perCore - 1) {
      throw new Refusal("gain", "gain needs a value each for 2 to %d threads".formatted(perCore));
    }
    double before = 0;
    for (Ratio value : gain) {
      if (!(value.value() >= before && value.value() <= MOST)) {
        throw new Refusal("gain", "each further thread adds something");
      }
      before = value.value();
    }
  }

  /** What a core does with 1, 2, ... busy threads. */
  List<Double> byBusy() {
    List<Double> all = new ArrayList<>(List.of(1.0));
    gain.stream().limit(perCore - 1L).forEach(more -> all.add(1 + more.value()));
    return all;
  }
}
