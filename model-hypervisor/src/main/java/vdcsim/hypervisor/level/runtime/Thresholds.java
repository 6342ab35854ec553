package vdcsim.hypervisor.level.runtime;

import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;

/** When a method is compiled. */
@Doc("How often a method was called, or ran round its loops, when it is compiled.")
public record Thresholds(
    @Key(
            value = "Whether a quick compiler comes first, and the optimizing one after it.",
            fallback = "true",
            source = "HotSpot, TieredCompilation")
        boolean tiered,
    @Key(
            value = "Calls after which the quick compiler is asked.",
            fallback = "200",
            source = "HotSpot, Tier3InvocationThreshold")
        long quickCalls,
    @Key(
            value = "Calls that it takes at least where loops count too.",
            fallback = "100",
            source = "HotSpot, Tier3MinInvocationThreshold")
        long quickLeast,
    @Key(
            value = "Calls and rounds of loops together, that many calls given.",
            fallback = "2000",
            source = "HotSpot, Tier3CompileThreshold")
        long quickTogether,
    @Key(
            value = "Rounds of loops alone, by which a running method is replaced.",
            fallback = "60000",
            source = "HotSpot, Tier3BackEdgeThreshold")
        long quickLoops,
    @Key(
            value = "Calls of the profiled code after which the optimizing compiler is asked.",
            fallback = "5000",
            source = "HotSpot, Tier4InvocationThreshold")
        long calls,
    @Key(
            value = "Calls that it takes at least where loops count too.",
            fallback = "600",
            source = "HotSpot, Tier4MinInvocationThreshold")
        long least,
    @Key(
            value = "Calls and rounds of loops together, that many calls given.",
            fallback = "15000",
            source = "HotSpot, Tier4CompileThreshold")
        long together,
    @Key(
            value = "Rounds of loops alone.",
            fallback = "40000",
            source = "HotSpot, Tier4BackEdgeThreshold")
        long loops,
    @Key(
            value = "Calls and rounds of loops together, where there is no quick compiler.",
            fallback = "10000",
            source = "HotSpot, CompileThreshold of the server compiler")
        long untiered,
    @Key(
            value =
                "Methods waiting for each quick compiler's thread at which its thresholds double.",
            fallback = "5",
            source = "HotSpot, Tier3LoadFeedback")
        int quickFeedback,
    @Key(
            value =
                "Methods waiting for each optimizing compiler's thread at which its thresholds"
                    + " double.",
            fallback = "3",
            source = "HotSpot, Tier4LoadFeedback")
        int feedback) {
  /** What HotSpot does unless told otherwise. */
  public static final Thresholds HOTSPOT =
      new Thresholds(true, 200, 100, 2000, 60_000, 5000, 600, 15_000, 40_000, 10_000, 5, 3);

  public Thresholds {
    positive("quick-calls", quickCalls);
    positive("quick-least", quickLeast);
    positive("quick-together", quickTogether);
    positive("quick-loops", quickLoops);
    positive("calls", calls);
    positive("least", least);
    positive("together", together);
    positive("loops", loops);
    positive("untiered", untiered);
    positive("quick-feedback", quickFeedback);
    positive("feedback", feedback);
  }

  private static void positive(String key, long value) {
    if (value < 1) {
      throw new Refusal(key, key + " must be at least 1, was " + value);
    }
  }

  /**
   * Whether a method should be compiled for the next tier (HotSpot, CallPredicate, LoopPredicate).
   *
   * @param waiting methods that wait for each thread of that compiler
   */
  boolean reached(Tier tier, long invocations, long backEdges, double waiting) {
    if (!tiered) {
      return tier == Tier.INTERPRETED && invocations + backEdges >= untiered;
    }
    return switch (tier) {
      case INTERPRETED -> {
        double scale = 1 + waiting / quickFeedback;
        yield over(invocations, backEdges, scale, quickCalls, quickLeast, quickTogether)
            || backEdges >= quickLoops * scale;
      }
      case PROFILED -> {
        double scale = 1 + waiting / feedback;
        yield over(invocations, backEdges, scale, calls, least, together)
            || backEdges >= loops * scale;
      }
      case OPTIMIZED -> false;
    };
  }

  private static boolean over(
      long invocations, long backEdges, double scale, long calls, long least, long together) {
    return invocations >= calls * scale
        || (invocations >= least * scale && invocations + backEdges >= together * scale);
  }

  /** What a method is compiled to next. */
  Tier next(Tier tier) {
    return tiered && tier == Tier.INTERPRETED ? Tier.PROFILED : Tier.OPTIMIZED;
  }
}
