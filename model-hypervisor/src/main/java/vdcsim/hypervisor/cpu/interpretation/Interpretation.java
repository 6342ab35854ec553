package vdcsim.hypervisor.cpu.interpretation;

import vdcsim.hypervisor.cpu.Technique;
import vdcsim.hypervisor.cpu.cost.Costs;
import vdcsim.hypervisor.cpu.cost.Ledger;
import vdcsim.hypervisor.cpu.cost.Operation;
import vdcsim.hypervisor.cpu.state.GuestMachine;
import vdcsim.hypervisor.cpu.state.Step;

/** A complete software interpreter: every instruction is fetched, decoded and done by a program. */
public final class Interpretation implements Technique {
  private final Costs costs;
  private final long ratio;

  /** An interpreter on a processor of these costs. */
  public Interpretation(Costs costs) {
    this.costs = costs;
    this.ratio = costs.interpretationRatio();
  }

  @Override
  public void carryOut(Step step, GuestMachine machine) {
    machine.emulate(step);
  }

  @Override
  public boolean usesRings() {
    return false;
  }

  @Override
  public void charge(Operation operation, long each, long rounds, Ledger ledger) {
    if (operation.isWork()) {
      ledger.replaced(each * rounds, ratio * costs.bare(operation));
    }
  }
}
