package vdcsim.network.tcpstream;

import java.util.Optional;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.metric.Counter;
import vdcsim.kernel.metric.Metrics;
import vdcsim.kernel.metric.Series;
import vdcsim.kernel.metric.Tally;
import vdcsim.kernel.quantity.Unit;
import vdcsim.network.tcp.TcpMeter;

/** What the connections of one workload have carried, together. */
final class StreamMeter implements TcpMeter {
  final Counter receivedBytes;
  final Counter sentBytes;
  final Counter sentSegments;
  final Counter retransmitted;
  final Counter timeOuts;
  final Counter recoveries;
  final Counter completed;
  final Counter failed;
  final Tally connectTime;
  final Tally completionTime;
  final Tally roundTrip;
  final Tally window;
  final Optional<Series> goodputCourse;
  final Optional<Series> windowCourse;
  final Optional<Series> roundTripCourse;

  StreamMeter(String name, boolean sampled, Simulation simulation) {
    Metrics metrics = simulation.metrics();
    this.receivedBytes = metrics.counter(name + ".received-bytes", Unit.BYTES);
    this.sentBytes = metrics.counter(name + ".sent-bytes", Unit.BYTES);
    this.sentSegments = metrics.counter(name + ".sent-segments", Unit.COUNT);
    this.retransmitted = metrics.counter(name + ".retransmissions", Unit.COUNT);
    this.timeOuts = metrics.counter(name + ".timeouts", Unit.COUNT);
    this.recoveries = metrics.counter(name + ".recoveries", Unit.COUNT);
    this.completed = metrics.counter(name + ".completed", Unit.COUNT);
    this.failed = metrics.counter(name + ".failed", Unit.COUNT);
    this.connectTime = metrics.tally(name + ".connect-time", Unit.NANOSECONDS);
    this.completionTime = metrics.tally(name + ".completion-time", Unit.NANOSECONDS);
    this.roundTrip = metrics.tally(name + ".round-trip-time", Unit.NANOSECONDS);
    this.window = metrics.tally(name + ".congestion-window", Unit.COUNT);
    this.goodputCourse = course(metrics, name + ".goodput-course", Unit.BITS_PER_SECOND, sampled);
    this.windowCourse = course(metrics, name + ".congestion-window-course", Unit.COUNT, sampled);
    this.roundTripCourse =
        course(metrics, name + ".round-trip-time-course", Unit.NANOSECONDS, sampled);
    metrics.rate(name + ".goodput", Unit.BITS_PER_SECOND, () -> receivedBytes.value() * 8.0);
    metrics.rate(name + ".throughput", Unit.BITS_PER_SECOND, () -> sentBytes.value() * 8.0);
  }

  /**
   * Shows what Mathis, Semke, Mahdavi and Ott (1997) expect of one connection with these losses,
   * segments and round trips: with an acknowledgement for each segment, and for every second one.
   */
  void addMathisCurves(String name, Metrics metrics) {
    metrics.figure(name + ".mathis-upper-curve", Unit.BITS_PER_SECOND, () -> mathis(1));
    metrics.figure(name + ".mathis-lower-curve", Unit.BITS_PER_SECOND, () -> mathis(2));
  }

  /** Their equation 3; NaN without losses. */
  private double mathis(int segmentsAnAcknowledgement) {
    double segments = sentSegments.value();
    double losses = (recoveries.value() + timeOuts.value()) / segments;
    if (!(losses > 0)) {
      return Double.NaN;
    }
    double bits = 8.0 * sentBytes.value() / segments;
    double window = StrictMath.sqrt(3 / (2 * segmentsAnAcknowledgement * losses));
    return bits * window / (roundTrip.mean() / 1e9);
  }

  private static Optional<Series> course(Metrics metrics, String name, Unit unit, boolean sampled) {
    return sampled ? Optional.of(metrics.series(name, unit)) : Optional.empty();
  }

  @Override
  public void sent(int dataBytes) {
    sentBytes.add(dataBytes);
    sentSegments.increment();
  }

  @Override
  public void retransmitted() {
    retransmitted.increment();
  }

  @Override
  public void timeOut() {
    timeOuts.increment();
  }

  @Override
  public void recovery() {
    recoveries.increment();
  }

  @Override
  public void roundTrip(long smoothedNs) {
    roundTrip.record(smoothedNs);
  }
}
