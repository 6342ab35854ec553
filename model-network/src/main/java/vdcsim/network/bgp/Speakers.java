package vdcsim.network.bgp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vdcsim.kernel.world.Remark;
import vdcsim.kernel.world.World;
import vdcsim.network.bgp.message.AttributePool;
import vdcsim.network.ip.Ipv4Address;

/** The speakers of a world: what they share, and whether they agree about their systems. */
public final class Speakers {
  private static final String NAME = "bgp-speakers";

  private final AttributePool pool = new AttributePool();
  private final Map<Bgp, List<NeighborSpec>> neighbors = new LinkedHashMap<>();

  private Speakers() {}

  static Speakers of(World world) {
    return world
        .find(NAME, Speakers.class)
        .orElseGet(
            () -> {
              Speakers made = new Speakers();
              world.add(NAME, made);
              return made;
            });
  }

  /** The path attributes of all routes. */
  AttributePool pool() {
    return pool;
  }

  void add(Bgp speaker, List<NeighborSpec> itsNeighbors) {
    neighbors.put(speaker, itsNeighbors);
  }

  /** Where two neighbours have other systems than each other expects. */
  public static List<Remark> inspect(World world) {
    return world.find(NAME, Speakers.class).map(Speakers::remarks).orElse(List.of());
  }

  private List<Remark> remarks() {
    Map<Ipv4Address, Bgp> owners = new TreeMap<>();
    for (Bgp speaker : neighbors.keySet()) {
      speaker.stack().loopbacks().forEach(address -> owners.put(address, speaker));
      speaker.stack().interfaces().forEach(card -> owners.put(card.address().address(), speaker));
    }
    List<Remark> remarks = new ArrayList<>();
    neighbors.forEach(
        (speaker, told) ->
            told.forEach(
                neighbor ->
                    Optional.ofNullable(owners.get(neighbor.ip()))
                        .flatMap(owner -> difference(speaker, neighbor, owner))
                        .ifPresent(remarks::add)));
    return List.copyOf(remarks);
  }

  private static Optional<Remark> difference(Bgp by, NeighborSpec neighbor, Bgp owner) {
    if (neighbor.remoteAs() == owner.asn()) {
      return Optional.empty();
    }
    return Optional.of(
        Remark.odd(
            by.name(),
            List.of("bgp.neighbors", "bgp"),
            "'%s' expects AS %d at %s, but '%s' is in AS %d: the session will not come up"
                .formatted(
                    by.name(), neighbor.remoteAs(), neighbor.ip(), owner.name(), owner.asn())));
  }
}
