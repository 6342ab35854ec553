package vdcsim.hardware.ethernet;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vdcsim.kernel.Simulation;

/** A repeater: what comes in at one of its cables goes out at all others. */
public final class Hub {
  private final String name;
  private final List<Cable> cables = new ArrayList<>();
  private CollisionDomain domain;

  /** A hub with a collision domain of its own. */
  public Hub(Simulation simulation, String name, long bitsPerSecond) {
    this.name = name;
    this.domain = new CollisionDomain(simulation, bitsPerSecond);
  }

  /** A cable to another hub. */
  private record Cable(Hub to, long delayNs) {}

  /** The hub's name. */
  public String name() {
    return name;
  }

  /** The rate of all its cables, in bits per second. */
  public long bitsPerSecond() {
    return domain.bitsPerSecond();
  }

  /** Plugs a station's port in, over a cable of this delay. */
  public void connect(EthernetPort port, long delayNs) {
    domain.add(port, this, delayNs);
  }

  /**
   * Joins two hubs by a cable: they are one collision domain from now on.
   *
   * @throws IllegalArgumentException if they are one already: a loop of repeaters never falls
   *     silent
   */
  public void connect(Hub other, long delayNs) {
    if (domain == other.domain) {
      throw new IllegalArgumentException(
          "hubs '" + name + "' and '" + other.name + "' would form a loop, which jams for ever");
    }
    if (bitsPerSecond() != other.bitsPerSecond()) {
      throw new IllegalArgumentException(
          "hubs '" + name + "' and '" + other.name + "' repeat bits at different rates");
    }
    domain.absorb(other.domain);
    for (Hub hub : other.reached().keySet()) {
      hub.domain = domain;
    }
    cables.add(new Cable(other, delayNs));
    other.cables.add(new Cable(this, delayNs));
  }

  /** Every hub that can be reached, with the delay to it in nanoseconds. */
  Map<Hub, Long> reached() {
    Map<Hub, Long> delays = new LinkedHashMap<>();
    Deque<Hub> open = new ArrayDeque<>(List.of(this));
    delays.put(this, 0L);
    while (!open.isEmpty()) {
      Hub hub = open.removeFirst();
      for (Cable cable : hub.cables) {
        if (delays.putIfAbsent(cable.to(), delays.get(hub) + cable.delayNs()) == null) {
          open.addLast(cable.to());
        }
      }
    }
    return delays;
  }
}
