package vdcsim.hypervisor.memory.overcommit.sharing;

import vdcsim.kernel.quantity.EventRate;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;

/** What a scenario says about page sharing. */
@Doc("How a host finds pages of equal content.")
public record SharingSpec(
    @Key(
            value = "Which page is looked at next.",
            fallback = "random",
            source = "Waldspurger 2002, 4.2")
        Scan scan,
    @Key(
            value = "Pages that are looked at in a second, all machines together.",
            fallback = "200 /s",
            source = "VMware ESX Server 2, Mem.ShareScanTotal; KSM has 5000 (100 pages, 20 ms)",
            example = "5000 /s")
        EventRate rate,
    @Key(
            value = "Pages of one machine that are looked at in a second.",
            fallback = "50 /s",
            source = "VMware ESX Server 2, Mem.ShareScanVM",
            example = "5000 /s")
        EventRate rateEach,
    @Key(
            value = "Cycles to hash or to compare a page.",
            fallback = "4096",
            source = "a byte a cycle, as Jenkins' hash of Linux needs",
            example = "1500")
        long cycles) {
  /** What holds when a scenario says nothing. */
  public static final SharingSpec UNSAID =
      new SharingSpec(Scan.RANDOM, new EventRate(200), new EventRate(50), 4096);

  public SharingSpec {
    rate("rate", rate);
    rate("rate-each", rateEach);
    if (cycles < 0 || cycles > 1_000_000_000) {
      throw new Refusal("cycles", "cycles must lie between 0 and 1000000000, were " + cycles);
    }
  }

  private static void rate(String key, EventRate rate) {
    if (!(rate.perSecond() > 0 && rate.perSecond() <= 1e9)) {
      throw new Refusal(key, key + " must lie above 0 /s and up to 1e9 /s, was " + rate);
    }
  }
}
