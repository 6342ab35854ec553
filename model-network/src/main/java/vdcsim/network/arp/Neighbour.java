package vdcsim.network.arp;

import java.util.ArrayDeque;
import java.util.Deque;
import vdcsim.hardware.ethernet.MacAddress;
import vdcsim.kernel.Clock;
import vdcsim.kernel.Timer;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Packet;

/** One entry of the cache: the state machine of RFC 4861, 7.3.3, with the timers of Linux. */
final class Neighbour {
  /** Between two requests (Linux, retrans_time_ms). */
  private static final long RETRANSMIT_NS = 1_000_000_000L;

  /** How long packets go out before an old entry is probed (Linux, delay_first_probe_time). */
  private static final long DELAY_NS = 5_000_000_000L;

  /** Requests to all, and to the neighbour alone (Linux, mcast_solicit and ucast_solicit). */
  private static final int MOST_REQUESTS = 3;

  private final Clock clock;
  private final ArpCache cache;
  private final Ipv4Address address;
  private final Timer timer;
  private final Deque<Ipv4Packet> waiting = new ArrayDeque<>();
  private NeighbourState state = NeighbourState.FAILED;
  private MacAddress hardware = ArpMessage.UNKNOWN;
  private int requests;
  private long usedNs;

  Neighbour(Clock clock, ArpCache cache, Ipv4Address address) {
    this.clock = clock;
    this.cache = cache;
    this.address = address;
    this.timer = new Timer(clock, this::expire);
  }

  NeighbourState state() {
    return state;
  }

  /** Whether packets can go out to it. */
  boolean isKnown() {
    return state != NeighbourState.INCOMPLETE && state != NeighbourState.FAILED;
  }

  MacAddress hardware() {
    return hardware;
  }

  /** Sends a packet to this neighbour, now or when it has answered. */
  void send(Ipv4Packet packet) {
    usedNs = clock.now();
    switch (state) {
      case REACHABLE, DELAY, PROBE -> cache.sender().transmit(hardware, packet);
      case STALE -> {
        become(NeighbourState.DELAY, DELAY_NS);
        cache.sender().transmit(hardware, packet);
      }
      case INCOMPLETE -> await(packet);
      case FAILED -> {
        waiting.add(packet);
        requests = 0;
        become(NeighbourState.INCOMPLETE, RETRANSMIT_NS);
        request();
      }
    }
  }

  private void await(Ipv4Packet packet) {
    if (waiting.size() == ArpCache.MOST_WAITING) {
      cache.sender().unreachable(waiting.remove());
    }
    waiting.add(packet);
  }

  private void request() {
    requests++;
    cache.request(address, state == NeighbourState.PROBE ? hardware : MacAddress.BROADCAST);
  }

  private void become(NeighbourState next, long expiryNs) {
    state = next;
    timer.start(expiryNs);
  }

  /** The neighbour has answered a request. */
  void confirm(MacAddress answered) {
    boolean news = !isKnown() || !hardware.equals(answered);
    hardware = answered;
    become(NeighbourState.REACHABLE, cache.reachableNs());
    flush();
    if (news) {
      cache.changed();
    }
  }

  /** The neighbour was heard of, without having been asked. */
  void hear(MacAddress heard) {
    boolean sure = isKnown() && hardware.equals(heard);
    if (!sure) {
      hardware = heard;
      state = NeighbourState.STALE;
      timer.stop();
      flush();
      cache.changed();
    }
  }

  /** Nobody needs it any more; what waits for an answer is given up. */
  void forget() {
    timer.stop();
    state = NeighbourState.FAILED;
    while (!waiting.isEmpty()) {
      cache.sender().unreachable(waiting.remove());
    }
  }

  private void flush() {
    while (!waiting.isEmpty()) {
      send(waiting.remove());
    }
  }

  private void expire() {
    switch (state) {
      case INCOMPLETE, PROBE -> requestAgain();
      case REACHABLE -> grewOld();
      case DELAY -> {
        requests = 0;
        become(NeighbourState.PROBE, RETRANSMIT_NS);
        request();
      }
      case STALE, FAILED -> throw new IllegalStateException(address + " expired as " + state);
    }
  }

  private void requestAgain() {
    if (requests < MOST_REQUESTS) {
      timer.start(RETRANSMIT_NS);
      request();
      return;
    }
    state = NeighbourState.FAILED;
    cache.changed();
    while (!waiting.isEmpty()) {
      cache.sender().unreachable(waiting.remove());
    }
  }

  private void grewOld() {
    if (clock.now() - usedNs <= DELAY_NS) {
      become(NeighbourState.DELAY, DELAY_NS);
    } else {
      state = NeighbourState.STALE;
    }
  }
}
