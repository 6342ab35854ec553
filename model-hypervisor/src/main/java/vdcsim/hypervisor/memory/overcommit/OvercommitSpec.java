package vdcsim.hypervisor.memory.overcommit;

import java.time.Duration;
import java.util.Optional;
import vdcsim.hypervisor.memory.overcommit.balloon.BalloonSpec;
import vdcsim.hypervisor.memory.overcommit.sharing.SharingSpec;
import vdcsim.hypervisor.memory.overcommit.swap.SwapSpec;
import vdcsim.hypervisor.memory.overcommit.tax.SamplingSpec;
import vdcsim.kernel.quantity.Ratio;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;

/** What a scenario says about a host that promises more memory than it has. */
@Doc("That the machines of a host may together have more memory than the host.")
public record OvercommitSpec(
    @Key(
            value = "How memory is taken back.",
            fallback = "all",
            source = "Waldspurger 2002, section 6",
            example = "balloon-and-swap")
        Methods methods,
    @Key(
            value = "The part of its idle memory that may be taken from a machine.",
            fallback = "75 %",
            source = "Waldspurger 2002, 5.2")
        Ratio tax,
    @Key(
            value = "How often memory is divided anew.",
            fallback = "15 s",
            source = "VMware ESX, Mem.BalancePeriod")
        Duration balance,
    @Key(
            value = "Cycles of a fault that the host serves.",
            fallback = "4000",
            source = "Adams and Agesen 2006, figure 4: a page fault under translation, 3927")
        long faultCycles,
    @Key(
            value = "Cycles to clear or copy a page.",
            fallback = "1024",
            source = "four bytes a cycle")
        long pageCycles,
    @Key("From which free memory on it is taken back.") Optional<ThresholdsSpec> thresholds,
    @Key("How idle memory is found.") Optional<SamplingSpec> sampling,
    @Key("How pages of equal content are found.") Optional<SharingSpec> sharing,
    @Key("How balloons work.") Optional<BalloonSpec> balloon,
    @Key("The disks.") Optional<SwapSpec> swap) {

  /** What holds when a scenario says nothing. */
  public static final OvercommitSpec UNSAID =
      new OvercommitSpec(
          Methods.ALL,
          new Ratio(0.75),
          Duration.ofSeconds(15),
          4000,
          1024,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  public OvercommitSpec {
    checkTax(tax);
    if (balance.toMillis() < 1000) {
      throw new Refusal("balance", "balance is at least 1 s, was " + balance.toMillis() + " ms");
    }
    cycles("fault-cycles", faultCycles);
    cycles("page-cycles", pageCycles);
  }

  static void checkTax(Ratio tax) {
    if (!(tax.value() >= 0 && tax.value() <= 0.99)) {
      throw new Refusal("tax", "a tax lies between 0 and 99 %, was " + tax.value());
    }
  }

  private static void cycles(String key, long cycles) {
    if (cycles < 0 || cycles > 1_000_000_000) {
      throw new Refusal(key, key + " must lie between 0 and 1000000000, were " + cycles);
    }
  }

  ThresholdsSpec thresholdsOrUsual() {
    return thresholds.orElse(ThresholdsSpec.UNSAID);
  }

  SamplingSpec samplingOrUsual() {
    return sampling.orElse(SamplingSpec.UNSAID);
  }

  SharingSpec sharingOrUsual() {
    return sharing.orElse(SharingSpec.UNSAID);
  }

  BalloonSpec balloonOrUsual() {
    return balloon.orElse(BalloonSpec.UNSAID);
  }

  SwapSpec swapOrUsual() {
    return swap.orElse(SwapSpec.UNSAID);
  }
}
