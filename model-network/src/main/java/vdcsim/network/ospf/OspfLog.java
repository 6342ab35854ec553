package vdcsim.network.ospf;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntSupplier;
import vdcsim.kernel.metric.Counter;
import vdcsim.kernel.metric.Metrics;
import vdcsim.kernel.metric.StateLog;
import vdcsim.kernel.quantity.Unit;
import vdcsim.network.ospf.lsa.RouterId;
import vdcsim.network.ospf.packet.OspfPacket;
import vdcsim.network.ospf.packet.PacketType;

/**
 * What a router shows of OSPF, below its name and {@code ospf}: packets sent by type, as {@code
 * hellos-sent}, their bytes, packets received; {@code lsas-originated}, {@code lsas-flushed},
 * {@code lsas-retransmitted}, {@code lsas-too-soon} that came less than a second after their like;
 * {@code spf-runs}; at the end {@code routes} to networks and {@code lsas} in all databases;
 * packets refused by reason, as {@code refused-dead-interval-mismatch}; and the states of each
 * neighbour.
 */
final class OspfLog {
  private final Metrics metrics;
  private final String prefix;
  private final Map<PacketType, Counter> sent = new EnumMap<>(PacketType.class);
  private final Map<DropReason, Counter> refused = new EnumMap<>(DropReason.class);
  private final Map<String, StateLog> neighbours = new TreeMap<>();
  private final Counter bytesSent;
  private final Counter received;
  private final Counter originated;
  private final Counter flushed;
  private final Counter retransmitted;
  private final Counter tooSoon;
  private final Counter spfRuns;

  OspfLog(Metrics metrics, String router) {
    this.metrics = metrics;
    this.prefix = router + ".ospf.";
    for (PacketType type : PacketType.values()) {
      sent.put(type, metrics.counter(prefix + type.plural() + "-sent", Unit.COUNT));
    }
    for (DropReason reason : DropReason.values()) {
      refused.put(reason, metrics.counter(prefix + "refused-" + reason.label(), Unit.COUNT));
    }
    this.bytesSent = metrics.counter(prefix + "bytes-sent", Unit.BYTES);
    this.received = metrics.counter(prefix + "packets-received", Unit.COUNT);
    this.originated = metrics.counter(prefix + "lsas-originated", Unit.COUNT);
    this.flushed = metrics.counter(prefix + "lsas-flushed", Unit.COUNT);
    this.retransmitted = metrics.counter(prefix + "lsas-retransmitted", Unit.COUNT);
    this.tooSoon = metrics.counter(prefix + "lsas-too-soon", Unit.COUNT);
    this.spfRuns = metrics.counter(prefix + "spf-runs", Unit.COUNT);
  }

  /** Shows figures that are read when the run ends. */
  void atEnd(IntSupplier routes, IntSupplier lsas) {
    metrics.figure(prefix + "routes", Unit.COUNT, routes::getAsInt);
    metrics.figure(prefix + "lsas", Unit.COUNT, lsas::getAsInt);
  }

  void sent(OspfPacket packet) {
    sent.get(packet.message().type()).increment();
    bytesSent.add(packet.length());
  }

  void received() {
    received.increment();
  }

  void refused(DropReason reason) {
    refused.get(reason).increment();
  }

  void originated() {
    originated.increment();
  }

  void flushed() {
    flushed.increment();
  }

  void retransmitted(int lsas) {
    retransmitted.add(lsas);
  }

  void tooSoon() {
    tooSoon.increment();
  }

  void spfRun() {
    spfRuns.increment();
  }

  /** A neighbour over an interface is in a state from now on. */
  void neighbour(String interfaceName, RouterId router, NeighbourState state) {
    String name = prefix + interfaceName + ".neighbour-" + router;
    neighbours.computeIfAbsent(name, metrics::states).enter(state.label());
  }
}
