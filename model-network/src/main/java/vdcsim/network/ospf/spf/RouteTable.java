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
  private static final int FREE = -1;
  private static final int LENGTHS = 33;

  private final List<OspfRoute> routes = new ArrayList<>();
  private int[] places = newPlaces(64);
  private final int[] ofLength = new int[LENGTHS];

  RouteTable() {}

  private static int[] newPlaces(int count) {
    int[] places = new int[count];
    Arrays.fill(places, FREE);
    return places;
  }

  private int place(int bits, int length) {
    int mask = places.length - 1;
    int mixed = (bits + length) * 0x9E37_79B9;
    int place = (mixed ^ mixed >>> 15) & mask;
    while (places[place] != FREE && !isAt(places[place], bits, length)) {
      place = (place + 1) & mask;
    }
    return place;
  }

  private boolean isAt(int index, int bits, int length) {
    Ipv4Prefix prefix = routes.get(index).prefix();
    return prefix.bits() == bits && prefix.length() == length;
  }

  /** The route to a network itself. */
  public Optional<OspfRoute> find(Ipv4Prefix prefix) {
    int index = places[place(prefix.bits(), prefix.length())];
    return index == FREE ? Optional.empty() : Optional.of(routes.get(index));
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
    int place = place(prefix.bits(), prefix.length());
    if (places[place] != FREE) {
      routes.set(places[place], route);
      return;
    }
    places[place] = routes.size();
    routes.add(route);
    ofLength[prefix.length()]++;
    if (routes.size() * 2 > places.length) {
      grow();
    }
  }

  private void grow() {
    places = newPlaces(places.length * 2);
    for (int i = 0; i < routes.size(); i++) {
      Ipv4Prefix prefix = routes.get(i).prefix();
      places[place(prefix.bits(), prefix.length())] = i;
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
