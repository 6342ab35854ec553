package vdcsim.kernel.result;

import java.util.List;

/**
 * One run with one seed.
 *
 * @param number from 0
 * @param events how many events the kernel executed
 * @param digest the 64-bit digest over the executed events; equal digests mean equal runs
 * @param measurements sorted by metric name
 */
public record Replication(int number, long events, long digest, List<Measurement> measurements) {

  public Replication {
    measurements = List.copyOf(measurements);
  }
}
