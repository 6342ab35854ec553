package vdcsim.network.bridge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import vdcsim.hardware.ethernet.MacAddress;

/**
 * Which address is behind which port, and when it was last seen (IEEE 802.1D-2004, 7.9). Addresses
 * stand in several filtering databases beside each other, told apart by a number below 4096.
 *
 * <p>Open addressing over primitive arrays: a look-up costs no object and mostly one cache line. An
 * address that has aged out stays in its place until it is seen again or room is needed.
 */
final class ForwardingTable {
  /** No port is known. */
  static final int UNKNOWN = -1;

  private static final long EMPTY = -1;
  private static final long ADDRESS_BITS = (1L << 48) - 1;
  private static final int FIRST_SLOTS = 64;

  private final int limit;
  private long ageingNs;
  private long[] keys = new long[FIRST_SLOTS];
  private int[] ports = new int[FIRST_SLOTS];
  private long[] seenNs = new long[FIRST_SLOTS];
  private int used;

  /** A table of at most {@code limit} addresses. */
  ForwardingTable(int limit, long ageingNs) {
    this.limit = limit;
    this.ageingNs = ageingNs;
    Arrays.fill(keys, EMPTY);
  }

  /** Forgets addresses that were not seen for this long, from now on. */
  void age(long newAgeingNs) {
    ageingNs = newAgeingNs;
  }

  /** The port of an address, or {@link #UNKNOWN}. */
  int port(int database, MacAddress address, long nowNs) {
    int slot = slot(key(database, address));
    return keys[slot] != EMPTY && nowNs - seenNs[slot] < ageingNs ? ports[slot] : UNKNOWN;
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
  Learned learn(int database, MacAddress address, int port, long nowNs) {
    long key = key(database, address);
    int slot = slot(key);
    if (keys[slot] == EMPTY) {
      return insert(key, port, nowNs);
    }
    boolean aged = nowNs - seenNs[slot] >= ageingNs;
    boolean moved = ports[slot] != port;
    ports[slot] = port;
    seenNs[slot] = nowNs;
    return aged ? Learned.NEW : moved ? Learned.MOVED : Learned.KNOWN;
  }

  private static long key(int database, MacAddress address) {
    return ((long) database << 48) | address.bits();
  }

  private Learned insert(long key, int port, long nowNs) {
    if (used == limit) {
      rebuild(keys.length, nowNs);
      if (used == limit) {
        return Learned.FULL;
      }
    } else if (2 * (used + 1) > keys.length) {
      rebuild(2 * keys.length, nowNs);
    }
    put(key, port, nowNs);
    return Learned.NEW;
  }

  private void put(long key, int port, long atNs) {
    int slot = slot(key);
    keys[slot] = key;
    ports[slot] = port;
    seenNs[slot] = atNs;
    used++;
  }

  /** Moves what has not aged out into new arrays. */
  private void rebuild(int slots, long nowNs) {
    long[] oldKeys = keys;
    int[] oldPorts = ports;
    long[] oldSeenNs = seenNs;
    keys = new long[slots];
    ports = new int[slots];
    seenNs = new long[slots];
    Arrays.fill(keys, EMPTY);
    used = 0;
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != EMPTY && nowNs - oldSeenNs[i] < ageingNs) {
        put(oldKeys[i], oldPorts[i], oldSeenNs[i]);
      }
    }
  }

  /** Forgets what was learned at a port. */
  void forget(int port, long nowNs) {
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] != EMPTY && ports[i] == port) {
        seenNs[i] = nowNs - ageingNs;
      }
    }
  }

  /** How many addresses are remembered. */
  int size(long nowNs) {
    int size = 0;
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] != EMPTY && nowNs - seenNs[i] < ageingNs) {
        size++;
      }
    }
    return size;
  }

  /**
   * An address that is remembered.
   *
   * @param database in which filtering database
   * @param port the index of the port behind which it is
   */
  record Entry(int database, MacAddress address, int port, long seenNs) {}

  /** All addresses that are remembered, in the order of databases and addresses. */
  List<Entry> entries(long nowNs) {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] != EMPTY && nowNs - seenNs[i] < ageingNs) {
        MacAddress address = new MacAddress(keys[i] & ADDRESS_BITS);
        entries.add(new Entry((int) (keys[i] >>> 48), address, ports[i], seenNs[i]));
      }
    }
    entries.sort(Comparator.comparing(Entry::database).thenComparing(Entry::address));
    return entries;
  }

  /** The place of a key: its own, or the free one where it belongs. */
  private int slot(long key) {
    int mask = keys.length - 1;
    int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & mask;
    while (keys[slot] != EMPTY && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }
}
