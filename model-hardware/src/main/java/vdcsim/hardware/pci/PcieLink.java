package vdcsim.hardware.pci;

import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;

/**
 * The PCI Express link of a device, and the memory behind it: packets of either direction wait for
 * each other, a read's request goes up, its data come down.
 *
 * <p>Packets carry what Neugebauer et al. (SIGCOMM 2018, section 3) count with addresses of 64
 * bits: 24 bytes around a write or a request, 20 around data that answer one.
 */
public final class PcieLink implements Dma {
  private static final int WRITE_HEADER = 24;
  private static final int REQUEST_HEADER = 24;
  private static final int COMPLETION_HEADER = 20;
  private static final long PS_PER_SECOND = 1_000_000_000_000L;
  private static final long PS_PER_NS = 1000;

  /** Neugebauer et al. 2018, section 3: acknowledgements and credits take 8 to 10 %. */
  private static final int PACKETS_PER_HUNDRED = 92;

  private final Simulation simulation;
  private final PcieSpec spec;
  private final long psPerKilobyte;
  private long upFreePs;
  private long downFreePs;
  private long storedPs;
  private long upBytes;
  private long downBytes;

  /** A link with nothing on it. */
  public PcieLink(Simulation simulation, PcieSpec spec) {
    this.simulation = simulation;
    this.spec = spec;
    this.psPerKilobyte =
        8 * 1024 * PS_PER_SECOND / (spec.bitsPerSecond() / 100 * PACKETS_PER_HUNDRED);
  }

  private static long packets(long bytes, int most) {
    return Math.max(1, (bytes + most - 1) / most);
  }

  private long ps(long bytes) {
    return bytes * psPerKilobyte / 1024;
  }

  /** Occupies the way up; returns when the last byte has crossed. */
  private long up(long bytes) {
    upBytes += bytes;
    upFreePs = Math.max(upFreePs, simulation.now() * PS_PER_NS) + ps(bytes);
    return upFreePs;
  }

  private long delayNs(long instantPs) {
    return (instantPs + PS_PER_NS - 1) / PS_PER_NS - simulation.now();
  }

  @Override
  public void read(
      long address, long bytes, EventHandler whenRead, int kind, long argument, Object reference) {
    readLater(0, bytes, whenRead, kind, argument, reference);
  }

  /**
   * Reads memory that answers so much later, since its address was translated first.
   *
   * @see Dma#read
   */
  public void readLater(
      long waitNs, long bytes, EventHandler whenRead, int kind, long argument, Object reference) {
    answer(
        bytes,
        waitNs,
        bytes + COMPLETION_HEADER * packets(bytes, spec.maxPayload()),
        whenRead,
        kind,
        argument,
        reference);
  }

  /** A read that is answered without data (PCIe: unsupported request). */
  public void readRefused(
      long bytes, EventHandler whenTold, int kind, long argument, Object reference) {
    answer(bytes, 0, COMPLETION_HEADER, whenTold, kind, argument, reference);
  }

  private void answer(
      long bytes,
      long waitNs,
      long answer,
      EventHandler whenThere,
      int kind,
      long argument,
      Object reference) {
    long asked = up(REQUEST_HEADER * packets(bytes, spec.maxReadRequest()));
    downBytes += answer;
    long firstPs = asked + (spec.readLatency().toNanos() + waitNs) * PS_PER_NS;
    downFreePs = Math.max(downFreePs, firstPs) + ps(answer);
    simulation.schedule(delayNs(downFreePs), whenThere, kind, argument, reference);
  }

  @Override
  public void write(
      long address,
      long bytes,
      EventHandler whenWritten,
      int kind,
      long argument,
      Object reference) {
    writeLater(0, bytes, whenWritten, kind, argument, reference);
  }

  /**
   * Writes memory so much later, since its address is translated first; writes stay in order (PCIe
   * Base Specification 3.0, 2.4.1: posted requests do not pass each other).
   *
   * @see Dma#write
   */
  public void writeLater(
      long waitNs,
      long bytes,
      EventHandler whenWritten,
      int kind,
      long argument,
      Object reference) {
    long there = up(bytes + WRITE_HEADER * packets(bytes, spec.maxPayload()));
    long stored = there + (spec.writeLatency().toNanos() + waitNs) * PS_PER_NS;
    storedPs = Math.max(storedPs, stored);
    simulation.schedule(delayNs(storedPs), whenWritten, kind, argument, reference);
  }

  /** Bytes that have gone from the device to the host, headers included. */
  public long upBytes() {
    return upBytes;
  }

  /** Bytes that have gone from the host to the device, headers included. */
  public long downBytes() {
    return downBytes;
  }
}
