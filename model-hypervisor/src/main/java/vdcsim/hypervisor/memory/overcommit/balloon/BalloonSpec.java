package vdcsim.hypervisor.memory.overcommit.balloon;

import vdcsim.kernel.quantity.EventRate;
import vdcsim.kernel.quantity.Ratio;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;

/** What a scenario says about ballooning. */
@Doc("How balloon drivers take memory from their guests.")
public record BalloonSpec(
    @Key(
            value = "The largest balloon, as a part of the guest's memory.",
            fallback = "65 %",
            source = "VMware ESX, Mem.CtlMaxPercent")
        Ratio max,
    @Key(
            value = "Pages a second that come and go while the guest has free ones.",
            fallback = "16384 /s",
            source = "Linux 3.10, vmw_balloon.c, VMW_BALLOON_NOSLEEP_ALLOC_MAX")
        EventRate fast,
    @Key(
            value = "Pages a second that come when the guest must reclaim them.",
            fallback = "2048 /s",
            source = "Linux 3.10, vmw_balloon.c, VMW_BALLOON_RATE_ALLOC_MAX")
        EventRate slow) {
  /** What holds when a scenario says nothing. */
  public static final BalloonSpec UNSAID =
      new BalloonSpec(new Ratio(0.65), new EventRate(16_384), new EventRate(2048));

  public BalloonSpec {
    if (max.value() > 1) {
      throw new Refusal("max", "a balloon is at most 100 % of the memory, was " + max.value());
    }
    atLeastOne("fast", fast);
    atLeastOne("slow", slow);
  }

  private static void atLeastOne(String key, EventRate rate) {
    if (rate.perSecond() < 1 || rate.perSecond() > 1e9) {
      throw new Refusal(key, key + " must lie between 1 /s and 1e9 /s, was " + rate.perSecond());
    }
  }
}
