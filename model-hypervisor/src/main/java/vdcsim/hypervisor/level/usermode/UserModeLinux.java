package vdcsim.hypervisor.level.usermode;

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
 * The guest's kernel is a process of the host. A tracing thread sees each system call of the
 * guest's processes, annuls it, and lets the process run the guest's kernel in its stead; when that
 * is done, the process signals itself, and the tracing thread puts it back: two stops. A page fault
 * comes as a signal, and takes the same two.
 */
public final class UserModeLinux implements Level {
  private static final long STOPS = 2;

  private final Linux host = new Linux();
  private final UserModeSpec spec;

  /** With these costs. */
  public UserModeLinux(UserModeSpec spec) {
    this.spec = spec;
  }

  @Override
  public void call(Call call, long times, Image image, Bill bill) {
    Anatomy anatomy = host.anatomy(call);
    bill.add(Cause.KERNEL, times, host.cycles(call, image.pages()));
    bill.add(Cause.INTERCEPTION, times, intercepted(anatomy));
    if (call != Call.PROTECTION_FAULT) {
      bill.add(Cause.PAGES, times * anatomy.faults(), filled());
    }
    bill.add(Cause.CALLS_BELOW, times * anatomy.contextSwitches(), spec.handOver());
    bill.add(Cause.PAGES, times * anatomy.processes(), addressSpace(image));
    bill.add(Cause.PAGES, times * (anatomy.processes() + anatomy.programs()), hostProcess());
  }

  /** Stops for system calls, each of which the host sees annulled, and for faults. */
  private long intercepted(Anatomy anatomy) {
    long annulled = host.cycles(Call.NULL_CALL);
    long fault = host.cycles(Call.PROTECTION_FAULT);
    return anatomy.systemCalls() * (STOPS * spec.stop() + annulled)
        + anatomy.faults() * (STOPS * spec.stop() + fault);
  }

  /** The guest's kernel maps the page by a call of the host, which fills it at the first touch. */
  private long filled() {
    return spec.map() + host.cycles(Call.PAGE_FAULT);
  }

  /**
   * Each page of the image is mapped in a new process, and taken from what its parent may write.
   */
  private long addressSpace(Image image) {
    return 2 * image.pages() * spec.map();
  }

  /**
   * A process of the host is copied and seen to start, for a new process of the guest as for a new
   * program in an old one. The guest's memory is mapped in each, and copied with its page table.
   */
  private long hostProcess() {
    long pages = spec.memory().bytes() / Linux.PAGE_BYTES;
    return host.cycles(Call.FORK) + STOPS * spec.stop() + host.copiedEntries(pages);
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
