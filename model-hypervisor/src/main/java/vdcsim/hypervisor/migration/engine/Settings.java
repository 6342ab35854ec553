package vdcsim.hypervisor.migration.engine;

import vdcsim.hypervisor.dirty.Memory;

/**
 * What every engine is told.
 *
 * @param maxBytesPerSecond the cap while the machine runs; infinite without one
 * @param downtimeLimitNs how long the machine may stand still, as far as can be foreseen
 * @param suspendNs until the devices stand still
 * @param deviceBytes the state of processors and devices
 * @param buffer between the hypervisor and the wire
 * @param activationNs from the last byte to the first instruction at the destination
 */
public record Settings(
    double maxBytesPerSecond,
    long downtimeLimitNs,
    long suspendNs,
    long deviceBytes,
    SendBuffer buffer,
    long activationNs) {

  /** What so many pages hold. */
  public static double bytes(double pages) {
    return pages * Memory.PAGE_BYTES;
  }
}
