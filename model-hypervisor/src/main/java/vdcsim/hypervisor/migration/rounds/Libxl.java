package vdcsim.hypervisor.migration.rounds;

import vdcsim.hypervisor.dirty.Memory;

/**
 * Xen's library today: rounds as fast as the link goes, until fewer than 50 pages are dirty or five
 * rounds have been sent (Xen, tools/libs/guest/xg_sr_save.c).
 */
record Libxl(double maxBytesPerSecond) implements Rule {
  private static final int MOST_ROUNDS = 5;
  private static final int FEW_PAGES = 50;

  @Override
  public double firstRate() {
    return maxBytesPerSecond;
  }

  @Override
  public double nextRate(double dirtyBytesPerSecond) {
    return maxBytesPerSecond;
  }

  @Override
  public boolean stops(int rounds, double waitingBytes, double nextRate, double sentRate) {
    return rounds >= MOST_ROUNDS || waitingBytes < FEW_PAGES * Memory.PAGE_BYTES;
  }
}
