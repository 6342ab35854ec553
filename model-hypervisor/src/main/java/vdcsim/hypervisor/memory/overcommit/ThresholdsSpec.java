package vdcsim.hypervisor.memory.overcommit;

import java.util.List;
import vdcsim.kernel.quantity.Ratio;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;

/** What a scenario says about the states of free memory. */
@Doc("Parts of the memory that are free when a host begins to take memory back.")
public record ThresholdsSpec(
    @Key(
            value = "What taking back aims at; above it nothing is taken.",
            fallback = "6 %",
            source = "Waldspurger 2002, 6.3")
        Ratio high,
    @Key(
            value = "Below it balloons take memory.",
            fallback = "4 %",
            source = "Waldspurger 2002, 6.3")
        Ratio soft,
    @Key(value = "Below it the host swaps.", fallback = "2 %", source = "Waldspurger 2002, 6.3")
        Ratio hard,
    @Key(
            value = "Below it machines above their targets stand still.",
            fallback = "1 %",
            source = "Waldspurger 2002, 6.3")
        Ratio low,
    @Key(
            value = "How far above a threshold memory must be free for the better state.",
            fallback = "0.5 %",
            source = "no published figure: 'significantly', Waldspurger 2002, 6.3")
        Ratio margin) {
  /** What holds when a scenario says nothing. */
  public static final ThresholdsSpec UNSAID =
      new ThresholdsSpec(
          new Ratio(0.06), new Ratio(0.04), new Ratio(0.02), new Ratio(0.01), new Ratio(0.005));

  public ThresholdsSpec {
    List<Ratio> falling = List.of(high, soft, hard, low);
    List<String> keys = List.of("high", "soft", "hard", "low");
    for (int i = 0; i < falling.size(); i++) {
      double above = i == 0 ? 0.5 : falling.get(i - 1).value();
      if (!(falling.get(i).value() >= 0 && falling.get(i).value() < above)) {
        throw new Refusal(
            keys.get(i),
            "%s must lie between 0 and %s, was %s"
                .formatted(keys.get(i), i == 0 ? "50 %" : keys.get(i - 1), falling.get(i).value()));
      }
    }
    if (!(margin.value() >= 0 && margin.value() <= 0.1)) {
      throw new Refusal("margin", "margin lies between 0 and 10 %, was " + margin.value());
    }
  }
}
