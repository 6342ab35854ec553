package vdcsim.network.bgp;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.Timer;
import vdcsim.network.bgp.message.PathAttributes;
import vdcsim.network.bgp.message.Update;
import vdcsim.network.bgp.message.UpdatePacker;
import vdcsim.network.bgp.session.Session;
import vdcsim.network.ip.Ipv4Prefix;

/**
 * What a neighbour has been told (RFC 4271, 3.2: Adj-RIB-Out), and what waits until it may be told:
 * after one set of changes the next one waits for the interval (9.2.1.1), withdrawals with it, as
 * with FRRouting. What is undone meanwhile is never told.
 */
final class Advertiser {
  private final Simulation simulation;
  private final long intervalNs;
  private final PeerLog log;
  private final Map<Ipv4Prefix, PathAttributes> told = new TreeMap<>();
  private final Map<Ipv4Prefix, Optional<PathAttributes>> waiting = new TreeMap<>();
  private final Timer interval;
  private final Timer first;
  private Optional<Session> session = Optional.empty();
  private boolean scheduled;

  /**
   * An advertiser without a session.
   *
   * @param tellAll tells it of every network, when a new neighbour may hear the first
   */
  Advertiser(Simulation simulation, long intervalNs, PeerLog log, Runnable tellAll) {
    this.simulation = simulation;
    this.intervalNs = intervalNs;
    this.log = log;
    this.interval = new Timer(simulation, this::flush);
    this.first = new Timer(simulation, tellAll);
  }

  /**
   * Speaks over a session from now on; the neighbour knows nothing, and hears nothing before {@code
   * delayNs} have passed (FRRouting: the subgroup's coalesce time).
   */
  void start(Session established, long delayNs) {
    session = Optional.of(established);
    first.start(delayNs);
  }

  /** The session is over. */
  void stop() {
    first.stop();
    session = Optional.empty();
    told.clear();
    waiting.clear();
    interval.stop();
  }

  /** How many networks the neighbour has been told. */
  int size() {
    return told.size();
  }

  /** A network is to be told, or taken back. */
  void tell(Ipv4Prefix prefix, Optional<PathAttributes> attributes) {
    if (session.isEmpty() || first.isRunning()) {
      return;
    }
    if (attributes.equals(Optional.ofNullable(told.get(prefix)))) {
      waiting.remove(prefix);
    } else {
      waiting.put(prefix, attributes);
      if (!interval.isRunning() && !scheduled) {
        scheduled = true;
        simulation.schedule(0, this::flushNow);
      }
    }
  }

  private void flushNow() {
    scheduled = false;
    if (!interval.isRunning()) {
      flush();
    }
  }

  private void flush() {
    if (session.isEmpty() || waiting.isEmpty()) {
      return;
    }
    for (Update update : UpdatePacker.pack(waiting, session.get().fourOctetAs())) {
      session.get().send(update);
      log.told(update.networks().size(), update.withdrawn().size());
    }
    waiting.forEach(
        (prefix, attributes) ->
            attributes.ifPresentOrElse(a -> told.put(prefix, a), () -> told.remove(prefix)));
    waiting.clear();
    if (intervalNs > 0) {
      interval.start(intervalNs);
    }
  }
}
