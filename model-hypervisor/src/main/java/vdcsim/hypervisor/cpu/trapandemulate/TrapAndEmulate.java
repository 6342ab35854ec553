package vdcsim.hypervisor.cpu.trapandemulate;

import vdcsim.hypervisor.cpu.Reasons;
import vdcsim.hypervisor.cpu.Technique;
import vdcsim.hypervisor.cpu.Traps;
import vdcsim.hypervisor.cpu.cost.Costs;
import vdcsim.hypervisor.cpu.cost.ExitReason;
import vdcsim.hypervisor.cpu.cost.Ledger;
import vdcsim.hypervisor.cpu.cost.Operation;
import vdcsim.hypervisor.cpu.state.GuestMachine;
import vdcsim.hypervisor.cpu.state.Step;

/**
 * The guest's kernel runs in ring 1: what traps is emulated, and what does not trap takes effect as
 * it may in ring 1, wrong though that be.
 */
public final class TrapAndEmulate implements Technique {
  private static final int KERNEL_RING = 1;

  private final Costs costs;
  private final Traps traps;
  private final long trap;

  /** For a guest of an instruction set, on a processor of these costs. */
  public TrapAndEmulate(Costs costs, Traps traps) {
    this.costs = costs;
    this.traps = traps;
    this.trap = costs.part("trap");
  }

  @Override
  public void carryOut(Step step, GuestMachine machine) {
    machine.deprivileged(step, KERNEL_RING);
  }

  @Override
  public void charge(Operation operation, long each, long rounds, Ledger ledger) {
    long times = each * rounds;
    long bare = costs.bare(operation);
    switch (operation) {
      case USER, KERNEL, CALL_RETURN, INDIRECT_BRANCH -> ledger.direct(times, bare);
      case SYSTEM_CALL, PAGE_FAULT, DIVIDE_FAULT -> {
        // Into the monitor, which enters the guest's kernel; whose return traps in turn.
        ledger.exit(Reasons.of(operation), times, bare + trap);
        ledger.extraExit(ExitReason.PRIVILEGED_INSTRUCTION, times, trap);
      }
      case SHADOW_FAULT -> ledger.extraExit(ExitReason.PAGE_FAULT, times, trap);
      case USER_ACCESS, ADDRESS_SPACE_COPY, ADDRESS_SPACE_NEW -> {}
      case HYPERCALL, HALT -> ledger.exit(Reasons.of(operation), times, trap);
      default -> {
        if (traps.traps(operation)) {
          ledger.exit(Reasons.of(operation), times, trap);
        } else {
          ledger.direct(times, bare);
        }
      }
    }
  }
}
