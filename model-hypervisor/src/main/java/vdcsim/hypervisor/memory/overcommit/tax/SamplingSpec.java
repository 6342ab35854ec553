package vdcsim.hypervisor.memory.overcommit.tax;

import java.time.Duration;
import vdcsim.kernel.quantity.Ratio;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;

/** What a scenario says about how idle memory is found. */
@Doc("How a host finds out how much of its memory a machine uses.")
public record SamplingSpec(
    @Key(
            value = "Pages that are watched at a time, drawn at random.",
            fallback = "100",
            source = "Waldspurger 2002, 5.3")
        int pages,
    @Key(
            value = "How long they are watched, in time in which the machine may run.",
            fallback = "30 s",
            source = "Waldspurger 2002, 5.3")
        Duration period,
    @Key(
            value = "The weight of the newest sample in the slow mean.",
            fallback = "10 %",
            source = "no published figure")
        Ratio slow,
    @Key(
            value = "The weight of the newest sample in the fast mean.",
            fallback = "50 %",
            source = "no published figure")
        Ratio fast) {
  /** What holds when a scenario says nothing. */
  public static final SamplingSpec UNSAID =
      new SamplingSpec(100, Duration.ofSeconds(30), new Ratio(0.1), new Ratio(0.5));

  public SamplingSpec {
    if (pages < 1 || pages > 1_000_000) {
      throw new Refusal("pages", "pages must lie between 1 and 1000000, was " + pages);
    }
    if (period.toMillis() < 1000) {
      throw new Refusal("period", "a period has at least 1 s, was " + period.toMillis() + " ms");
    }
    weight("slow", slow);
    weight("fast", fast);
  }

  private static void weight(String key, Ratio weight) {
    if (!(weight.value() > 0 && weight.value() <= 1)) {
      throw new Refusal(key, "a weight lies between 0 and 100 %, was " + weight.value());
    }
  }
}
