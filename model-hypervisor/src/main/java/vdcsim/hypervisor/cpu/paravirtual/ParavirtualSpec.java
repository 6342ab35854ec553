package vdcsim.hypervisor.cpu.paravirtual;

import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;

/** What a scenario says about a paravirtualized guest. */
@Doc("How a paravirtualized guest calls its hypervisor.")
public record ParavirtualSpec(
    @Key(
            value = "Page-table updates that the guest gathers for a hypercall.",
            fallback = "1",
            source = "the least; Xen takes up to 2048 (Barham et al. 2003, 4.2)",
            example = "32")
        int batch,
    @Key(
            value =
                "Calls of the hypervisor that the guest gathers, and hands over in one (a"
                    + " multicall): of a repetition, those that nobody waits for.",
            fallback = "1",
            source = "the least; Linux under Xen gathers 32 (arch/x86/xen/multicalls.c, MC_BATCH)",
            example = "32")
        int multicall) {
  /** The most that Xen takes in a call. */
  private static final int MOST = 2048;

  /** What holds when a scenario says nothing. */
  public static final ParavirtualSpec UNSAID = new ParavirtualSpec(1, 1);

  public ParavirtualSpec {
    if (multicall < 1 || multicall > MOST) {
      throw new Refusal(
          "multicall", "multicall must lie between 1 and " + MOST + ", was " + multicall);
    }
    if (batch < 1 || batch > MOST) {
      throw new Refusal("batch", "batch must lie between 1 and " + MOST + ", was " + batch);
    }
  }
}
