package vdcsim.network.transfer;

import java.time.Duration;
import java.util.Optional;
import vdcsim.kernel.quantity.DataRate;
import vdcsim.kernel.random.Distribution;
import vdcsim.network.flow.FluidSpec;
import vdcsim.network.tcp.congestion.Algorithm;

/** What one transfer of a workload is like, and when the next begins. */
record Load(
    Distribution size,
    Duration start,
    Optional<Distribution> arrivals,
    double weight,
    Optional<DataRate> cap,
    Level level,
    Algorithm congestion,
    FluidSpec fluid,
    Optional<Duration> sample) {

  /** Bits of data per second; infinite without a cap. */
  double capBitsPerSecond() {
    return cap.map(rate -> (double) rate.bitsPerSecond()).orElse(Double.POSITIVE_INFINITY);
  }
}
