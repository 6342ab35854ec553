package vdcsim.network.bridge;

import java.util.Arrays;
import vdcsim.hardware.ethernet.MacAddress;

/**
 * Which address is behind which port, and when it was last seen (IEEE 802.1D-2004, 7.9).
 *
 * <p>Open addressing over primitive arrays: a look-up costs no object and mostly one cache line. An
 * address that has aged out stays in its place until it is seen again or room is needed.
 */
final class ForwardingTable {
  /** No port is known. */
  static final int UNKNOWN = -1;

  private static final long EMPTY = -1;
  private static final int FIRST_SLOTS = 64;

  private final int limit;
  private long ageingNs;
  private long[] addresses = new long[FIRST_SLOTS];
  private int[] ports = new int[FIRST_SLOTS];
  private long[] seenNs = new long[FIRST_SLOTS];
  private int used;

  /** A table of at most {@code limit} addresses. */
  ForwardingTable(int limit, long ageingNs) {
    this.limit = limit;
    this.ageingNs = ageingNs;
    Arrays.fill(addresses, EMPTY);
  }

  /** Forgets addresses that were not seen for this long, from now on. */
  void age(long newAgeingNs) {
    ageingNs = newAgeingNs;
  }

  /** The port of an address, or {@link #UNKNOWN}. */
  int port(MacAddress address, long nowNs) {
    int slot = slot(address.bits());
    return addresses[slot] != EMPTY && nowNs - seenNs[slot] < ageingNs ? ports[slot] : UNKNOWN;
  }

  /** What learning did. */
  enum Learned {
    /** The address was known at this port. */
    KNOWN,
    /** The address is new, or had aged out. */
    NEW,
    /** The address was at another port. */
    MOVED,
    /** There is no room. */
    FULL
  }

  /** An address was seen at a port. */
  Learned learn(MacAddress address, int port, long nowNs) {
    int slot = slot(address.bits());
    if (addresses[slot] == EMPTY) {
      return insert(address, port, nowNs);
    }
    boolean aged = nowNs - seenNs[slot] >= ageingNs;
    boolean moved = ports[slot] != port;
    ports[slot] = port;
    seenNs[slot] = nowNs;
    return aged ? Learned.NEW : moved ? Learned.MOVED : Learned.KNOWN;
  }

  private Learned insert(MacAddress address, int port, long nowNs) {
    if (used == limit) {
      rebuild(addresses.length, nowNs);
      if (used == limit) {
        return Learned.FULL;
      }
    } else if (2 * (used + 1) > addresses.length) {
      rebuild(2 * addresses.length, nowNs);
    }
    put(address.bits(), port, nowNs);
    return Learned.NEW;
  }

  private void put(long address, int port, long atNs) {
    int slot = slot(address);
    addresses[slot] = address;
    ports[slot] = port;
    seenNs[slot] = atNs;
    used++;
  }

  /** Moves what has not aged out into new arrays. */
  private void rebuild(int slots, long nowNs) {
    long[] oldAddresses = addresses;
    int[] oldPorts = ports;
    long[] oldSeenNs = seenNs;
    addresses = new long[slots];
    ports = new int[slots];
    seenNs = new long[slots];
    Arrays.fill(addresses, EMPTY);
    used = 0;
    for (int i = 0; i < oldAddresses.length; i++) {
      if (oldAddresses[i] != EMPTY && nowNs - oldSeenNs[i] < ageingNs) {
        put(oldAddresses[i], oldPorts[i], oldSeenNs[i]);
      }
    }
  }

  /** Forgets what was learned at a port. */
  void forget(int port, long nowNs) {
    for (int i = 0; i < addresses.length; i++) {
      if (addresses[i] != EMPTY && ports[i] == port) {
        seenNs[i] = nowNs - ageingNs;
      }
    }
  }

  /** How many addresses are remembered. */
  int size(long nowNs) {
    int size = 0;
    for (int i = 0; i < addresses.length; i++) {
      if (addresses[i] != EMPTY && nowNs - seenNs[i] < ageingNs) {
        size++;
      }
    }
    return size;
  }

  /** The place of an address: its own, or the free one where it belongs. */
  private int slot(long address) {
    int mask = addresses.length - 1;
    int slot = (int) ((address * 0x9E3779B97F4A7C15L) >>> 32) & mask;
    while (addresses[slot] != EMPTY && addresses[slot] != address) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }
}
