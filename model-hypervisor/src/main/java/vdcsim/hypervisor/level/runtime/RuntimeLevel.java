package vdcsim.hypervisor.level.runtime;

import vdcsim.hypervisor.level.Bill;
import vdcsim.hypervisor.level.Call;
import vdcsim.hypervisor.level.Cause;
import vdcsim.hypervisor.level.Image;
import vdcsim.hypervisor.level.Level;
import vdcsim.hypervisor.level.Linux;
import vdcsim.hypervisor.level.Separation;
import vdcsim.hypervisor.level.Separation.Thing;

/** A program in a managed-language runtime, which is a process as others are. */
public final class RuntimeLevel implements Level {
  /** The runtime's own start, in native cycles: its classes are interpreted; assumed. */
  private static final long START_CYCLES = 5_000_000;

  private final Linux linux = new Linux();
  private final RuntimeSpec spec;
  private final ManagedRuntime runtime;

  /** A program in this runtime. */
  public RuntimeLevel(RuntimeSpec spec, ManagedRuntime runtime) {
    this.spec = spec;
    this.runtime = runtime;
  }

  @Override
  public void call(Call call, long times, Image image, Bill bill) {
    bill.add(Cause.KERNEL, times, linux.cycles(call, image.pages()));
    bill.add(Cause.INTERCEPTION, times, linux.anatomy(call).systemCalls() * spec.nativeCall());
  }

  @Override
  public void compute(long times, long cycles, Bill bill) {
    long whole = Math.multiplyExact(times, cycles);
    bill.add(Cause.PROGRAM, 1, whole);
    bill.add(Cause.INTERPRETATION, 1, runtime.run(whole) - whole);
    if (runtime.isCollectionDue()) {
      bill.add(Cause.COLLECTION, 1, runtime.collect());
    }
  }

  @Override
  public void start(Image image, Bill bill) {
    bill.add(Cause.PROGRAM, 1, START_CYCLES);
    long interpreted = Math.round(START_CYCLES * spec.interpreted());
    bill.add(Cause.INTERPRETATION, 1, interpreted - START_CYCLES);
  }

  @Override
  public long memoryBytes(Image image) {
    CollectorSpec heap = spec.heap();
    return heap.young().bytes() + heap.old().bytes() + spec.ownMemory().bytes();
  }

  @Override
  public Separation separation() {
    return Separation.of(Thing.MEMORY);
  }
}
