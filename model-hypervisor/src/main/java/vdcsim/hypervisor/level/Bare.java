package vdcsim.hypervisor.level;

import vdcsim.hypervisor.level.Separation.Thing;

/** A process on Linux, as others are. */
public final class Bare implements Level {
  private final Linux linux = new Linux();

  @Override
  public void call(Call call, long times, Image image, Bill bill) {
    bill.add(Cause.KERNEL, times, linux.cycles(call, image.pages()));
  }

  @Override
  public long memoryBytes(Image image) {
    return image.writablePages() * Linux.PAGE_BYTES;
  }

  @Override
  public Separation separation() {
    return Separation.of(Thing.MEMORY);
  }
}
