package vdcsim.network.stack;

import vdcsim.kernel.Simulation;
import vdcsim.kernel.metric.Counter;
import vdcsim.kernel.quantity.Unit;

/** What has become of a stack's packets; {@link Stack} says what each counts. */
final class PacketCounters {
  final Counter sent;
  final Counter received;
  final Counter forwarded;
  final Counter expired;
  final Counter notMine;
  final Counter unreachable;
  final Counter tooLong;
  final Counter discarded;
  final Counter martian;

  PacketCounters(Simulation simulation, String machine) {
    this.sent = counter(simulation, machine + ".packets-sent");
    this.received = counter(simulation, machine + ".packets-received");
    this.forwarded = counter(simulation, machine + ".packets-forwarded");
    this.expired = counter(simulation, machine + ".packets-expired");
    this.notMine = counter(simulation, machine + ".packets-not-mine");
    this.unreachable = counter(simulation, machine + ".packets-unreachable");
    this.tooLong = counter(simulation, machine + ".packets-too-long");
    this.discarded = counter(simulation, machine + ".packets-discarded");
    this.martian = counter(simulation, machine + ".packets-martian");
  }

  private static Counter counter(Simulation simulation, String metric) {
    return simulation.metrics().counter(metric, Unit.COUNT);
  }
}
