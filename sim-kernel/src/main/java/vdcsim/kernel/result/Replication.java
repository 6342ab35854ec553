package vdcsim.kernel.result;

import java.util.List;

/**
 * One run with one seed.
 *
 * @param number from 0
 * @param events how many events the kernel executed
 * @param digest the 64-bit digest over the executed events; equal digests mean equal runs
 * @param measurements sorted by metric name
 * @param tables how the world stood at the end; of the first replication of a point only
 */
public record Replication(
    int number, long events, long digest, List<Measurement> measurements, List<FinalTable> tables) {

  public Replication {
    measurements = List.copyOf(measurements);
    tables = List.copyOf(tables);
  }

  /** A run without tables. */
  public Replication(int number, long events, long digest, List<Measurement> measurements) {
    this(number, events, digest, measurements, List.of());
  }
}
