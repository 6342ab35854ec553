package vdcsim.hypervisor.memory.overcommit;

import vdcsim.kernel.quantity.Ratio;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.world.World;

/** What a scenario says about a change of the tax on idle memory. */
@Doc("Another tax on idle memory.")
public record TaxAction(
    @Key(value = "The host, which has 'overcommit'.", example = "h1", names = "hosts") String host,
    @Key(value = "The part of its idle memory that may be taken from a machine.", example = "75 %")
        Ratio tax) {
  public TaxAction {
    OvercommitSpec.checkTax(tax);
  }

  /** Changes it, and divides the memory anew. */
  public static Runnable plan(TaxAction action, World world) {
    Overcommit host =
        world.require("host", action.host, Overcommit.class, "host with 'overcommit'");
    return () -> host.tax(action.tax.value());
  }
}
