package vdcsim.hardware.ethernet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Who hears a station of a shared medium, the nearest first, and how long its signal takes to each.
 */
final class Reach {
  private final CsmaCd[] listeners;
  private final long[] delaysNs;
  private final int deaf;

  private Reach(List<Listener> sorted, int deaf) {
    this.listeners = sorted.stream().map(Listener::station).toArray(CsmaCd[]::new);
    this.delaysNs = sorted.stream().mapToLong(Listener::delayNs).toArray();
    this.deaf = deaf;
  }

  private record Listener(CsmaCd station, long delayNs) {}

  /** The reach of a station as the cables stand now. */
  static Reach of(SharedCable stationCable) {
    Walk walk = new Walk();
    walk.leave(stationCable);
    walk.listeners.sort(Comparator.comparingLong(Listener::delayNs));
    return new Reach(walk.listeners, walk.deaf);
  }

  int size() {
    return listeners.length;
  }

  CsmaCd listener(int index) {
    return listeners[index];
  }

  long delayNs(int index) {
    return delaysNs[index];
  }

  /** How many stations hear nothing because a cable that keeps carrier loses the signal. */
  int deaf() {
    return deaf;
  }

  /** Follows the signal through the tree of segments. Stations are met in the order of cables. */
  private static final class Walk {
    private final List<Listener> listeners = new ArrayList<>();
    private int deaf;

    void leave(SharedCable stationCable) {
      if (stationCable.isUp()) {
        boolean lost = stationCable.losesInward();
        spread(stationCable.near(), stationCable, stationCable.delayNs(), lost);
      }
    }

    private void spread(Segment segment, SharedCable from, long delayNs, boolean lost) {
      for (SharedCable to : segment.cables()) {
        if (to != from && to.isUp()) {
          long there = delayNs + segment.delayNs(from, to) + to.delayNs();
          boolean lostThere = lost || to.losesFrom(segment);
          if (to.station().isPresent()) {
            hear(to.station().get(), there, lostThere);
          } else {
            spread(to.beyond(segment), to, there, lostThere);
          }
        }
      }
    }

    private void hear(CsmaCd station, long delayNs, boolean lost) {
      if (lost) {
        deaf++;
      } else {
        listeners.add(new Listener(station, delayNs));
      }
    }
  }
}
