package vdcsim.hypervisor.cpu.usermode;

import vdcsim.hypervisor.cpu.Reasons;
import vdcsim.hypervisor.cpu.Technique;
import vdcsim.hypervisor.cpu.cost.Costs;
import vdcsim.hypervisor.cpu.cost.ExitReason;
import vdcsim.hypervisor.cpu.cost.Ledger;
import vdcsim.hypervisor.cpu.cost.Operation;
import vdcsim.hypervisor.cpu.state.GuestMachine;
import vdcsim.hypervisor.cpu.state.Step;

/**
 * The guest's kernel has been made a process of the host: it has no sensitive instructions left,
 * but each system call and each fault of a program stops that program for its tracer, and each
 * change of a page table, or of what interrupts the kernel, is a call of the host.
 */
public final class UserModeKernel implements Technique {
  private static final String TABLE = "user-mode";

  /** block_signals(), unblock_signals(): one mask; set_signals(): two. */
  private static final long CALLS_FOR_FLAG = 1;

  private static final long CALLS_FOR_FLAGS = 2;

  /** The pages of the program that lmbench copies, and those of them that it may write; assumed. */
  private static final long PAGES = 384;

  private static final long WRITABLE = 128;

  private final Costs costs;
  private final HostCalls host;

  /** On a processor of these costs. */
  public UserModeKernel(Costs costs, UserModeSpec spec) {
    this.costs = costs;
    this.host = new HostCalls(costs, spec);
  }

  @Override
  public void carryOut(Step step, GuestMachine machine) {
    machine.emulateKernel(step);
  }

  @Override
  public long footprintBytes() {
    return costs.part(TABLE + "-footprint", 0);
  }

  /** Cycles to copy the address space of a program of so many pages. */
  public long copiedAddressSpace(long pages, long writable) {
    return host.copiedAddressSpace(pages, writable);
  }

  /** Cycles to give a program an empty address space, and to drop it with so many pages. */
  public long newAddressSpace(long pages) {
    return host.newAddressSpace(pages);
  }

  @Override
  public void charge(Operation operation, long each, long rounds, Ledger ledger) {
    long times = each * rounds;
    long bare = costs.bare(operation);
    switch (operation) {
      case USER, KERNEL, CALL_RETURN, INDIRECT_BRANCH, READ_CLOCK, IDENTIFY ->
          ledger.direct(times, bare);
      case SHADOW_FAULT -> {}
      case SYSTEM_CALL, PAGE_FAULT, DIVIDE_FAULT, CONTEXT_SWITCH ->
          ledger.exit(Reasons.of(operation), times, bare + added(operation));
      case INTERRUPT_FLAG -> ledger.replaced(times, host.calls(CALLS_FOR_FLAG));
      case FLAGS_WRITE -> ledger.replaced(times, host.calls(CALLS_FOR_FLAGS));
      case TASK_PRIORITY_WRITE, PRIVILEGED -> ledger.replaced(times, bare);
      case PAGE_TABLE_UPDATE -> ledger.exit(ExitReason.SYSTEM_CALL, times, host.changedPage());
      // Devices and waiting are system calls of the host, which refuses what is not the guest's.
      case FOREIGN_FRAME, PORT_IN, PORT_OUT, HYPERCALL, HALT ->
          ledger.exit(ExitReason.SYSTEM_CALL, times, host.calls(1));
      // sigsetjmp(), for the fault that may come of it, asks the host for the mask of signals.
      case USER_ACCESS -> ledger.extraExit(ExitReason.SYSTEM_CALL, times, host.calls(1));
      case ADDRESS_SPACE_COPY ->
          ledger.overhead(Math.multiplyExact(times, copiedAddressSpace(PAGES, WRITABLE)));
      case ADDRESS_SPACE_NEW -> ledger.overhead(Math.multiplyExact(times, newAddressSpace(PAGES)));
    }
  }

  /** What tracing adds to what the guest's own kernel does. */
  private long added(Operation operation) {
    return switch (operation) {
      case PAGE_FAULT -> costs.part("fault-signal") + host.tracedFault() + host.filledPage();
      case DIVIDE_FAULT -> costs.part("fault-signal") + host.tracedFault();
      case CONTEXT_SWITCH -> host.switched();
      default -> host.tracedCall();
    };
  }
}
