package vdcsim.hypervisor.cpu;

import vdcsim.hypervisor.cpu.cost.Ledger;
import vdcsim.hypervisor.cpu.cost.Operation;
import vdcsim.hypervisor.cpu.state.GuestMachine;
import vdcsim.hypervisor.cpu.state.Step;

/** A way to run a guest's instructions: what becomes of its state, and what it costs. */
public interface Technique {
  /** Carries an instruction out on the guest's machine. */
  void carryOut(Step step, GuestMachine machine);

  /** Writes down what a loop costs that does {@code each} operations in each of its rounds. */
  void charge(Operation operation, long each, long rounds, Ledger ledger);

  /** A loop over the guest's kernel code begins; only who translates code asks for it. */
  default void enter(KernelCode code, long rounds, Ledger ledger) {}
}
