package vdcsim.network.dhcp;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import vdcsim.hardware.ethernet.MacAddress;
import vdcsim.network.dhcp.Binding.State;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Prefix;

/**
 * A network whose addresses a server lends, and who has them (RFC 2131, 4.3.1).
 *
 * @param pool the addresses for everybody, in the order in which they are given
 * @param fixed the addresses that belong to one client each
 * @param leaseS how long an address is lent, in seconds
 */
record LentNetwork(
    Ipv4Prefix network,
    Optional<Ipv4Address> gateway,
    int leaseS,
    Set<Ipv4Address> pool,
    Map<MacAddress, Ipv4Address> fixed,
    Map<Ipv4Address, Binding> bindings,
    Map<MacAddress, Ipv4Address> latest) {

  LentNetwork {
    pool = new LinkedHashSet<>(pool);
    pool.removeAll(new TreeSet<>(fixed.values()));
  }

  /** A network of which nothing is lent. */
  LentNetwork(
      Ipv4Prefix network,
      Optional<Ipv4Address> gateway,
      int leaseS,
      List<Ipv4Address> pool,
      Map<MacAddress, Ipv4Address> fixed) {
    this(
        network,
        gateway,
        leaseS,
        new LinkedHashSet<>(pool),
        fixed,
        new TreeMap<>(),
        new TreeMap<>());
  }

  /**
   * The address for a client: its own; the one that it had; the one that it wants; one that nobody
   * had; the one that has been free for longest. Empty if all are taken.
   */
  Optional<Ipv4Address> choose(MacAddress client, Optional<Ipv4Address> wanted, long nowNs) {
    if (fixed.containsKey(client)) {
      return Optional.of(fixed.get(client));
    }
    return Optional.ofNullable(latest.get(client))
        .filter(had -> isFree(had, client, nowNs))
        .or(() -> wanted.filter(address -> isFree(address, client, nowNs)))
        .or(() -> pool.stream().filter(address -> !bindings.containsKey(address)).findFirst())
        .or(() -> longestFree(client, nowNs));
  }

  /** Whether a client may have an address. */
  boolean isFree(Ipv4Address address, MacAddress client, long nowNs) {
    if (fixed.containsKey(client)) {
      return fixed.get(client).equals(address);
    }
    Binding known = bindings.get(address);
    return pool.contains(address) && (known == null || !known.isTakenFrom(client, nowNs));
  }

  private Optional<Ipv4Address> longestFree(MacAddress client, long nowNs) {
    return bindings.values().stream()
        .filter(binding -> !binding.isTakenFrom(client, nowNs))
        .filter(binding -> !fixed.containsValue(binding.address()))
        .min(Comparator.comparingLong(Binding::untilNs))
        .map(Binding::address);
  }

  /** What is known of a client's latest address. */
  Optional<Binding> of(MacAddress client) {
    return Optional.ofNullable(latest.get(client))
        .map(bindings::get)
        .filter(binding -> binding.client().equals(client));
  }

  void note(Ipv4Address address, MacAddress client, State state, long untilNs) {
    bindings.put(address, new Binding(address, client, state, untilNs));
    latest.put(client, address);
  }

  /** A client takes another server's offer: what was offered here is free, what was lent is not. */
  boolean withdraw(MacAddress client, long nowNs) {
    Optional<Binding> offered = of(client).filter(b -> b.state() == State.OFFERED);
    offered.ifPresent(b -> note(b.address(), client, State.FREE, nowNs));
    return offered.isPresent();
  }
}
