package vdcsim.network.ospf.spf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Prefix;

/**
 * Routes to networks, at most one each: found by hash. Filled by the calculation, read by others.
 */
public final class RouteTable {
  static final int ABSENT = -1;
  private static final int LENGTHS = 33;

  private final List<OspfRoute> routes = new ArrayList<>();
  private long[] keys = new long[32];
  private int[] places = newPlaces(64);
  private final int[] ofLength = new int[LENGTHS];

  RouteTable() {}

  private static int[] newPlaces(int count) {
    int[] places = new int[count];
    Arrays.fill(places, ABSENT);
    return places;
  }

  private static long key(int bits, int length) {
    return ((long) bits << 6) | length;
  }

  private int place(long key) {
    int mask = places.length - 1;
    long mixed = key * 0x9E37_79B9_7F4A_7C15L;
    int place = (int) (mixed >>> 40) & mask;
    while (places[place] != ABSENT && keys[places[place]] != key) {
      place = (place + 1) & mask;
    }
    return place;
  }

  /** The place of the route to a network in {@link #all}, or {@link #ABSENT}; makes no object. */
  int indexOf(int bits, int length) {
    return places[place(key(bits, length))];
  }

  OspfRoute at(int index) {
    return routes.get(index);
  }

  void replace(int index, OspfRoute route) {
    routes.set(index, route);
  }

  /** The route to a network itself. */
  public Optional<OspfRoute> find(Ipv4Prefix prefix) {
    int index = indexOf(prefix.bits(), prefix.length());
    return index == ABSENT ? Optional.empty() : Optional.of(routes.get(index));
  }

  /** The route whose network holds an address and is the smallest that does. */
  public Optional<OspfRoute> longest(Ipv4Address address) {
    for (int length = LENGTHS - 1; length >= 0; length--) {
      if (ofLength[length] > 0) {
        Optional<OspfRoute> found = find(Ipv4Prefix.of(address, length));
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  /** Puts a route in place of the one to the same network. */
  void put(OspfRoute route) {
    Ipv4Prefix prefix = route.prefix();
    long key = key(prefix.bits(), prefix.length());
    int place = place(key);
    if (places[place] != ABSENT) {
      routes.set(places[place], route);
      return;
    }
    places[place] = routes.size();
    if (routes.size() == keys.length) {
      keys = Arrays.copyOf(keys, keys.length * 2);
    }
    keys[routes.size()] = key;
    routes.add(route);
    ofLength[prefix.length()]++;
    if (routes.size() * 2 > places.length) {
      grow();
    }
  }

  private void grow() {
    places = newPlaces(places.length * 2);
    for (int i = 0; i < routes.size(); i++) {
      places[place(keys[i])] = i;
    }
  }

  /** How many routes there are. */
  public int size() {
    return routes.size();
  }

  /** All routes, in an order that only the databases decide. */
  public List<OspfRoute> all() {
    return Collections.unmodifiableList(routes);
  }

  /** All routes, in the order of networks. */
  public List<OspfRoute> sorted() {
    return routes.stream().sorted(Comparator.comparing(OspfRoute::prefix)).toList();
  }
}
