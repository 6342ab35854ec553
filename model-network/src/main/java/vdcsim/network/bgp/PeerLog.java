package vdcsim.network.bgp;

import java.util.Map;
import java.util.TreeMap;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.metric.Counter;
import vdcsim.kernel.metric.Metrics;
import vdcsim.kernel.quantity.Unit;
import vdcsim.network.bgp.message.BgpMessage;
import vdcsim.network.bgp.message.Notification;

/**
 * What a speaker shows, below its router's name: {@code bgp-opens-sent}, {@code bgp-updates-sent},
 * {@code bgp-keepalives-sent}, {@code bgp-notifications-sent} and the same {@code -received};
 * {@code bgp-prefixes-announced} and {@code bgp-prefixes-withdrawn} to neighbours; {@code
 * bgp-best-path-changes}, and when the last one was; {@code bgp-denied-...} routes by reason;
 * {@code bgp-notified-...} and {@code bgp-told-...} notifications sent and received by reason;
 * {@code bgp-resets} of established sessions.
 */
final class PeerLog {
  private final Metrics metrics;
  private final Simulation simulation;
  private final String prefix;
  private final Map<String, Counter> counters = new TreeMap<>();
  private final Map<String, Counter> sent = new TreeMap<>();
  private final Map<String, Counter> received = new TreeMap<>();
  private final Counter announced;
  private final Counter withdrawn;
  private final Counter bestChanges;
  private final Counter resets;
  private long lastChangeNs = -1;

  PeerLog(Simulation simulation, String router) {
    this.simulation = simulation;
    this.metrics = simulation.metrics();
    this.prefix = router + ".bgp-";
    for (String type : new String[] {"open", "update", "keepalive", "notification"}) {
      sent.put(type, counter(type + "s-sent"));
      received.put(type, counter(type + "s-received"));
    }
    this.announced = counter("prefixes-announced");
    this.withdrawn = counter("prefixes-withdrawn");
    this.bestChanges = counter("best-path-changes");
    this.resets = counter("resets");
    metrics.figure(prefix + "last-change", Unit.NANOSECONDS, this::sinceMeasuringBegan);
  }

  /** When the last change was, counted from the end of the warm-up; none if it was before. */
  private double sinceMeasuringBegan() {
    long began = simulation.now() - metrics.measuredNs();
    return lastChangeNs < began ? Double.NaN : lastChangeNs - began;
  }

  private Counter counter(String name) {
    return counters.computeIfAbsent(name, n -> metrics.counter(prefix + n, Unit.COUNT));
  }

  void sent(BgpMessage message) {
    sent.get(message.type()).increment();
    if (message instanceof Notification notification) {
      counter("notified-" + notification.reason()).increment();
    }
  }

  void received(BgpMessage message) {
    received.get(message.type()).increment();
    if (message instanceof Notification notification) {
      counter("told-" + notification.reason()).increment();
    }
  }

  void denied(String reason) {
    counter("denied-" + reason).increment();
  }

  void told(int networks, int gone) {
    announced.add(networks);
    withdrawn.add(gone);
  }

  void bestChanged() {
    bestChanges.increment();
    lastChangeNs = simulation.now();
  }

  void reset() {
    resets.increment();
  }

  long lastChangeNs() {
    return lastChangeNs;
  }
}
