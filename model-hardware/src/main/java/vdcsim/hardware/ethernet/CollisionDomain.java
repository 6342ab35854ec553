package vdcsim.hardware.ethernet;

import java.util.ArrayList;
import java.util.List;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;

/**
 * The medium that the stations of joined hubs and buses share: it carries the beginning and the end
 * of every signal to every station, each at its distance.
 *
 * <p>Signals add up. What a station makes of them is its own affair ({@link CsmaCd}). A front of a
 * signal that travels is one pending event, which moves on from station to station; stations at the
 * same distance share it.
 *
 * <p>Order within an instant: signals end, then stations begin to send, then signals begin. So a
 * station does not sense a signal that arrives at the very instant at which it begins itself.
 */
final class CollisionDomain implements EventHandler {
  private static final int SIGNAL_ENDS = 0;
  private static final int SIGNAL_BEGINS = 1;
  private static final int FIRST = -1;
  private static final int LAST = 1;

  private final Simulation simulation;
  private final long bitsPerSecond;
  private final List<Segment> segments = new ArrayList<>();
  private final List<CsmaCd> stations = new ArrayList<>();
  private final List<Transmission> onTheWay = new ArrayList<>();
  private int layout;
  private int senders;
  private boolean collided;

  CollisionDomain(Simulation simulation, long bitsPerSecond, Segment segment) {
    this.simulation = simulation;
    this.bitsPerSecond = bitsPerSecond;
    this.segments.add(segment);
  }

  long bitsPerSecond() {
    return bitsPerSecond;
  }

  /** The name of the hub or bus with which it began. */
  String name() {
    return segments.get(0).name();
  }

  /** Who hears a station now. */
  Reach reach(CsmaCd station) {
    return station.reach(layout);
  }

  void add(CsmaCd station) {
    stations.add(station);
    layout++;
  }

  void absorb(CollisionDomain other) {
    other.segments.forEach(segment -> segment.join(this));
    segments.addAll(other.segments);
    stations.addAll(other.stations);
    layout += other.layout + 1;
  }

  /** Cables have come or gone: what is on its way is lost, and carrier may have changed. */
  void change() {
    layout++;
    onTheWay.forEach(Transmission::cut);
    List.copyOf(stations).forEach(CsmaCd::updateCarrier);
    stations.forEach(station -> station.port().tracing().changed());
  }

  /** A station begins to send. */
  Transmission begin(CsmaCd sender, Frame frame) {
    Transmission transmission = new Transmission(sender, frame, sender.reach(layout));
    onTheWay.add(transmission);
    senders++;
    travel(SIGNAL_BEGINS, transmission);
    return transmission;
  }

  /** A station has stopped sending, at the end of its frame or of its jam. */
  void end(Transmission transmission) {
    senders--;
    collided &= senders > 0;
    if (transmission.isWhole()) {
      segments.forEach(segment -> segment.meter().ifPresent(m -> m.carried(transmission.frame())));
    }
    travel(SIGNAL_ENDS, transmission);
  }

  /** A sender has noticed a collision; it counts once until all senders are silent again. */
  void collision() {
    if (!collided) {
      collided = true;
      segments.forEach(segment -> segment.meter().ifPresent(MediumMeter::collided));
    }
  }

  private void travel(int kind, Transmission transmission) {
    if (transmission.reach().size() > 0) {
      step(kind, transmission, 0, transmission.reach().delayNs(0));
    } else if (kind == SIGNAL_ENDS) {
      onTheWay.remove(transmission);
    }
  }

  private void step(int kind, Transmission transmission, int index, long delayNs) {
    int priority = kind == SIGNAL_ENDS ? FIRST : LAST;
    simulation.schedule(delayNs, priority, this, kind, index, transmission);
  }

  @Override
  public void handle(int kind, long index, Object reference) {
    Transmission transmission = (Transmission) reference;
    Reach reach = transmission.reach();
    int next = (int) index;
    long here = reach.delayNs(next);
    while (next < reach.size() && reach.delayNs(next) == here) {
      CsmaCd listener = reach.listener(next++);
      if (kind == SIGNAL_BEGINS) {
        listener.signalBegins(transmission);
      } else {
        listener.signalEnds(transmission);
      }
    }
    if (next < reach.size()) {
      step(kind, transmission, next, reach.delayNs(next) - here);
    } else if (kind == SIGNAL_ENDS) {
      onTheWay.remove(transmission);
    }
  }
}
