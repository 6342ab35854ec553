package vdcsim.hypervisor.cpu.bare;

import vdcsim.hypervisor.cpu.Technique;
import vdcsim.hypervisor.cpu.cost.Costs;
import vdcsim.hypervisor.cpu.cost.Ledger;
import vdcsim.hypervisor.cpu.cost.Operation;
import vdcsim.hypervisor.cpu.state.GuestMachine;
import vdcsim.hypervisor.cpu.state.Step;

/** No monitor: the kernel runs in ring 0, and reaches whatever the machine has. */
public final class Bare implements Technique {
  private final Costs costs;

  /** On a processor of these costs. */
  public Bare(Costs costs) {
    this.costs = costs;
  }

  @Override
  public void carryOut(Step step, GuestMachine machine) {
    machine.unguarded(step);
  }

  @Override
  public void charge(Operation operation, long each, long rounds, Ledger ledger) {
    if (operation.isWork()) {
      ledger.direct(each * rounds, costs.bare(operation));
    }
  }
}
