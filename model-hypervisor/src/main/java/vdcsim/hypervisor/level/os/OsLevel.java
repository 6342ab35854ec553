package vdcsim.hypervisor.level.os;

import vdcsim.hypervisor.level.Anatomy;
import vdcsim.hypervisor.level.Bill;
import vdcsim.hypervisor.level.Call;
import vdcsim.hypervisor.level.Cause;
import vdcsim.hypervisor.level.Image;
import vdcsim.hypervisor.level.Level;
import vdcsim.hypervisor.level.Linux;
import vdcsim.hypervisor.level.Separation;
import vdcsim.hypervisor.level.Separation.Thing;

/**
 * One kernel for all guests: each call goes straight to it, which looks into the guest's tables.
 */
public final class OsLevel implements Level {
  /** Parts of a path name, as in /usr/lib/libc.so. */
  private static final long PARTS = 3;

  /** Namespaces, mounts and pseudo files that are made with a guest, each as an empty file is. */
  private static final long OBJECTS = 30;

  private final Linux linux = new Linux();
  private final OsSpec spec;

  /** Guests kept apart so. */
  public OsLevel(OsSpec spec) {
    this.spec = spec;
  }

  @Override
  public void call(Call call, long times, Image image, Bill bill) {
    Anatomy anatomy = linux.anatomy(call);
    bill.add(Cause.KERNEL, times, linux.cycles(call, image.pages()));
    long names = anatomy.pathNames() * PARTS * spec.fileLayers() * spec.layer();
    bill.add(Cause.INTERCEPTION, times, anatomy.systemCalls() * spec.lookUp() + names);
  }

  @Override
  public void start(Image image, Bill bill) {
    call(Call.CREATE, OBJECTS, image, bill);
  }

  @Override
  public long memoryBytes(Image image) {
    return image.writablePages() * Linux.PAGE_BYTES + spec.kernelMemory().bytes();
  }

  @Override
  public Separation separation() {
    return Separation.of(Thing.MEMORY, Thing.FILES, Thing.PROCESSES, Thing.NETWORK);
  }
}
