package vdcsim.network.conntrack;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import vdcsim.network.ip.Ipv4Address;

/** The connections of a machine, by what their packets show in either direction. */
final class ConnectionTable {
  private final TreeMap<Tuple, Place> places = new TreeMap<>();
  private final Set<Connection> unassured = new LinkedHashSet<>();
  private int size;

  /** A connection, and the direction whose packets show a tuple. */
  record Place(Connection connection, Direction direction) {}

  int size() {
    return size;
  }

  Optional<Place> find(Tuple tuple) {
    return Optional.ofNullable(places.get(tuple));
  }

  /** Adds a connection; returns whether no other shows what it shows. */
  boolean add(Connection connection) {
    Tuple original = connection.tuple(Direction.ORIGINAL);
    Tuple reply = connection.tuple(Direction.REPLY);
    if (places.containsKey(original) || places.containsKey(reply)) {
      return false;
    }
    places.put(original, new Place(connection, Direction.ORIGINAL));
    places.put(reply, new Place(connection, Direction.REPLY));
    unassured.add(connection);
    size++;
    return true;
  }

  void assured(Connection connection) {
    unassured.remove(connection);
  }

  /** The connection that has waited longest without having been assured. */
  Optional<Connection> oldestUnassured() {
    return unassured.stream().findFirst();
  }

  /** Forgets a connection; returns whether it was known. */
  boolean remove(Connection connection) {
    Tuple original = connection.tuple(Direction.ORIGINAL);
    boolean known = find(original).filter(p -> p.connection() == connection).isPresent();
    if (known) {
      places.remove(original);
      places.remove(connection.tuple(Direction.REPLY));
      unassured.remove(connection);
      size--;
    }
    return known;
  }

  List<Connection> all(Predicate<Connection> wanted) {
    List<Connection> all = new ArrayList<>();
    for (Place place : places.values()) {
      if (place.direction() == Direction.ORIGINAL && wanted.test(place.connection())) {
        all.add(place.connection());
      }
    }
    return all;
  }

  /** The connections that were begun from an address and port. */
  List<Connection> from(int protocol, Ipv4Address source, int sourcePort) {
    Tuple least = new Tuple(protocol, source, sourcePort, new Ipv4Address(0), 0);
    Tuple most = new Tuple(protocol, source, sourcePort, Ipv4Address.BROADCAST, 0xFFFF);
    List<Connection> found = new ArrayList<>();
    for (Place place : places.subMap(least, true, most, true).values()) {
      if (place.direction() == Direction.ORIGINAL) {
        found.add(place.connection());
      }
    }
    return found;
  }
}
