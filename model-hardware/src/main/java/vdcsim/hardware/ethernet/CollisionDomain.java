package vdcsim.hardware.ethernet;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;

/**
 * The medium that the stations of joined hubs share: one sends at a time, all others hear it.
 *
 * <p>Stations take turns in the order in which they ask, without collisions: the best that a shared
 * medium can do.
 */
public final class CollisionDomain implements Medium, EventHandler {
  private static final int FREE = 0;
  private static final int ARRIVED = 1;
  private static final long NS_PER_SECOND = 1_000_000_000L;

  private final Simulation simulation;
  private final long bitsPerSecond;
  private final List<Station> stations = new ArrayList<>();
  private final Deque<EthernetPort> asking = new ArrayDeque<>();
  private boolean busy;
  private long owed;
  private long freeAtNs;

  CollisionDomain(Simulation simulation, long bitsPerSecond) {
    this.simulation = simulation;
    this.bitsPerSecond = bitsPerSecond;
  }

  /** A port, the hub that its cable leads to, and the cable's delay. */
  private record Station(EthernetPort port, Hub hub, long delayNs) {}

  void add(EthernetPort port, Hub hub, long delayNs) {
    stations.add(new Station(port, hub, delayNs));
    port.plug(this);
  }

  void absorb(CollisionDomain other) {
    for (Station station : other.stations) {
      stations.add(station);
      station.port().replug(this);
    }
    other.stations.clear();
  }

  @Override
  public long bitsPerSecond() {
    return bitsPerSecond;
  }

  @Override
  public boolean isUp() {
    return true;
  }

  @Override
  public boolean isFullDuplex() {
    return false;
  }

  @Override
  public void ready(EthernetPort port) {
    asking.add(port);
    if (!busy) {
      grant();
    }
  }

  @Override
  public void enabledChanged(EthernetPort port) {}

  private void grant() {
    EthernetPort port = asking.remove();
    Frame frame = port.next();
    if (port.queued() > 0) {
      asking.add(port);
    }
    busy = true;
    transmit(port, frame);
  }

  private void transmit(EthernetPort port, Frame frame) {
    long now = simulation.now();
    if (now > freeAtNs) {
      owed = 0;
    }
    long lastBit = owed + frame.bytesOnWire() * 8 * NS_PER_SECOND;
    long free = lastBit + Frame.GAP_BYTES * 8 * NS_PER_SECOND;
    freeAtNs = now + free / bitsPerSecond;
    owed = free % bitsPerSecond;
    simulation.schedule(freeAtNs - now, this, FREE, 0, Simulation.NO_REFERENCE);
    Station sender = stationOf(port);
    Map<Hub, Long> delays = sender.hub().reached();
    for (int i = 0; i < stations.size(); i++) {
      Station station = stations.get(i);
      if (station.port() != port) {
        long delay = sender.delayNs() + delays.get(station.hub()) + station.delayNs();
        simulation.schedule(lastBit / bitsPerSecond + delay, this, ARRIVED, i, frame);
      }
    }
  }

  private Station stationOf(EthernetPort port) {
    return stations.stream().filter(s -> s.port() == port).findFirst().orElseThrow();
  }

  @Override
  public void handle(int kind, long station, Object reference) {
    if (kind == ARRIVED) {
      stations.get((int) station).port().arrive((Frame) reference);
      return;
    }
    busy = false;
    if (!asking.isEmpty()) {
      grant();
    }
  }
}
