package vdcsim.hypervisor.level.usermode;

import vdcsim.hypervisor.cpu.bare.Bare;
import vdcsim.hypervisor.cpu.cost.Costs;
import vdcsim.hypervisor.cpu.cost.Ledger;
import vdcsim.hypervisor.cpu.cost.Operation;
import vdcsim.hypervisor.cpu.cost.ProcessorGeneration;
import vdcsim.hypervisor.cpu.usermode.UserModeKernel;
import vdcsim.hypervisor.cpu.usermode.UserModeSpec;
import vdcsim.hypervisor.level.Anatomy;
import vdcsim.hypervisor.level.Bill;
import vdcsim.hypervisor.level.Call;
import vdcsim.hypervisor.level.Cause;
import vdcsim.hypervisor.level.GuestBoot;
import vdcsim.hypervisor.level.Image;
import vdcsim.hypervisor.level.Level;
import vdcsim.hypervisor.level.Linux;
import vdcsim.hypervisor.level.Separation;
import vdcsim.hypervisor.level.Separation.Thing;

/**
 * A guest whose kernel is a process of the host: its kernel does what a native one does, and {@link
 * UserModeKernel} adds what tracing and the calls of the host add to each operation in that.
 */
public final class UserModeLinux implements Level {
  private final Linux linux = new Linux();
  private final UserModeSpec spec;
  private final UserModeKernel kernel;
  private final Bare bare;

  /** On the processor on which Linux's calls were measured. */
  public UserModeLinux(UserModeSpec spec) {
    Costs costs = Costs.of(ProcessorGeneration.XEON_2003);
    this.spec = spec;
    this.kernel = new UserModeKernel(costs, spec);
    this.bare = new Bare(costs);
  }

  @Override
  public void call(Call call, long times, Image image, Bill bill) {
    Anatomy anatomy = linux.anatomy(call);
    Operation fault = call == Call.PROTECTION_FAULT ? Operation.DIVIDE_FAULT : Operation.PAGE_FAULT;
    bill.add(Cause.KERNEL, times, linux.cycles(call, image.pages()));
    bill.add(
        Cause.INTERCEPTION,
        times,
        added(Operation.SYSTEM_CALL, anatomy.systemCalls()) + added(fault, anatomy.faults()));
    bill.add(
        Cause.CALLS_BELOW,
        times,
        added(Operation.CONTEXT_SWITCH, anatomy.contextSwitches())
            + added(Operation.INTERRUPT_FLAG, anatomy.interruptFlags())
            + added(Operation.FLAGS_WRITE, anatomy.flagsWrites())
            + added(Operation.USER_ACCESS, anatomy.userAccesses()));
    bill.add(
        Cause.PAGES,
        times,
        anatomy.processes() * kernel.copiedAddressSpace(image.pages(), image.writablePages())
            + anatomy.programs() * kernel.newAddressSpace(image.pages()));
  }

  private long added(Operation operation, long times) {
    if (times == 0) {
      return 0;
    }
    Ledger with = new Ledger();
    Ledger without = new Ledger();
    kernel.charge(operation, times, 1, with);
    bare.charge(operation, times, 1, without);
    return with.cycles() - without.cycles();
  }

  @Override
  public void start(Image image, Bill bill) {
    GuestBoot.through(this, image, bill);
  }

  @Override
  public long memoryBytes(Image image) {
    return spec.memory().bytes();
  }

  @Override
  public Separation separation() {
    return Separation.of(Thing.MEMORY, Thing.FILES, Thing.PROCESSES, Thing.NETWORK, Thing.KERNEL);
  }
}
