package vdcsim.network.rip;

import java.util.Map;
import java.util.TreeMap;
import vdcsim.kernel.metric.Counter;
import vdcsim.kernel.metric.Metrics;
import vdcsim.kernel.metric.Series;
import vdcsim.kernel.quantity.Unit;
import vdcsim.network.ip.Ipv4Prefix;

/**
 * What a router shows of its RIP, below its name and {@code .rip}: {@code messages-sent}, {@code
 * messages-received} and {@code bytes-sent}, without the headers of UDP; {@code requests-sent},
 * {@code periodic-updates} and {@code triggered-updates}; {@code changes} of its table, and {@code
 * last-change}; messages that it did not heed, {@code dropped-malformed}, {@code dropped-version},
 * {@code dropped-stranger} from no network of its own, {@code dropped-port}, {@code dropped-off}
 * over an interface without RIP, {@code dropped-authentication}, {@code dropped-obsolete} commands,
 * {@code dropped-own}; {@code entries-ignored} of the others; {@code metric.NETWORK} of each
 * network that is watched.
 */
final class RipLog {
  /** Why a message is not heeded. */
  enum Drop {
    MALFORMED,
    VERSION,
    STRANGER,
    PORT,
    OFF,
    AUTHENTICATION,
    OBSOLETE,
    OWN;

    private String metric() {
      return "dropped-" + name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  private final Metrics metrics;
  private final String prefix;
  private final Counter sent;
  private final Counter received;
  private final Counter bytes;
  private final Counter requests;
  private final Counter periodic;
  private final Counter triggered;
  private final Counter changes;
  private final Counter ignored;
  private final Map<Drop, Counter> drops = new TreeMap<>();
  private final Map<Ipv4Prefix, Series> watched = new TreeMap<>();
  private double lastChangeNs = Double.NaN;

  RipLog(Metrics metrics, String router, RipSpec spec) {
    this.metrics = metrics;
    this.prefix = router + ".rip.";
    this.sent = counter("messages-sent");
    this.received = counter("messages-received");
    this.bytes = metrics.counter(prefix + "bytes-sent", Unit.BYTES);
    this.requests = counter("requests-sent");
    this.periodic = counter("periodic-updates");
    this.triggered = counter("triggered-updates");
    this.changes = counter("changes");
    this.ignored = counter("entries-ignored");
    for (Drop drop : Drop.values()) {
      drops.put(drop, counter(drop.metric()));
    }
    for (Ipv4Prefix network : spec.watched()) {
      watched.put(network, metrics.series(prefix + network + ".metric", Unit.NONE));
    }
    metrics.figure(prefix + "last-change", Unit.NANOSECONDS, () -> lastChangeNs);
  }

  private Counter counter(String metric) {
    return metrics.counter(prefix + metric, Unit.COUNT);
  }

  void sent(RipMessage message) {
    sent.increment();
    bytes.add(message.length());
    if (message.command() == RipMessage.REQUEST) {
      requests.increment();
    }
  }

  void received() {
    received.increment();
  }

  void dropped(Drop drop) {
    drops.get(drop).increment();
  }

  void ignoredEntry() {
    ignored.increment();
  }

  void updated(boolean all) {
    (all ? periodic : triggered).increment();
  }

  void changed(Ipv4Prefix network, int metric, long nowNs) {
    changes.increment();
    lastChangeNs = nowNs;
    sample(network, metric);
  }

  /** A network that is watched has this metric now. */
  void sample(Ipv4Prefix network, int metric) {
    if (watched.containsKey(network)) {
      watched.get(network).record(metric);
    }
  }
}
