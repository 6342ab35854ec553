package vdcsim.hypervisor.vdisk;

import vdcsim.kernel.spec.Doc;

/** How QEMU opens the images of a disk (QEMU, the option {@code cache} of drives). */
public enum CacheMode {
  @Doc("past the page cache of the host; a flush of the guest flushes the disk")
  NONE(false, false, true),
  @Doc("through the page cache; a flush of the guest writes back what waits, and flushes the disk")
  WRITEBACK(true, false, true),
  @Doc("through the page cache, and a write is done when it has been flushed")
  WRITETHROUGH(true, true, true),
  @Doc("past the page cache, and a write is done when it has been flushed")
  DIRECTSYNC(false, true, true),
  @Doc("through the page cache; a flush of the guest does nothing")
  UNSAFE(true, false, false);

  private final boolean cached;
  private final boolean syncs;
  private final boolean flushes;

  CacheMode(boolean cached, boolean syncs, boolean flushes) {
    this.cached = cached;
    this.syncs = syncs;
    this.flushes = flushes;
  }

  /** Whether pages of the host lie between the guest and the disk. */
  boolean isCached() {
    return cached;
  }

  /** Whether each write is flushed. */
  boolean syncsWrites() {
    return syncs;
  }

  /** Whether a flush does what the guest asks. */
  boolean obeysFlushes() {
    return flushes;
  }
}
