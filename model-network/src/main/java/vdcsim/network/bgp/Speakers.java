package vdcsim.network.bgp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vdcsim.kernel.world.World;
import vdcsim.network.bgp.message.AttributePool;
import vdcsim.network.ip.Ipv4Address;

/** The speakers of a world: what they share, and whether they agree about their systems. */
final class Speakers {
  private static final String NAME = "bgp-speakers";

  private final World world;
  private final AttributePool pool = new AttributePool();
  private final Map<Ipv4Address, Bgp> owners = new TreeMap<>();
  private final Map<Ipv4Address, List<Expected>> expected = new TreeMap<>();

  private record Expected(Bgp by, long asn) {}

  private Speakers(World world) {
    this.world = world;
  }

  static Speakers of(World world) {
    return world
        .find(NAME, Speakers.class)
        .orElseGet(
            () -> {
              Speakers made = new Speakers(world);
              world.add(NAME, made);
              return made;
            });
  }

  /** The path attributes of all routes. */
  AttributePool pool() {
    return pool;
  }

  /** Warns where two neighbours have other systems than each other expects. */
  void add(Bgp speaker, List<NeighborSpec> neighbors) {
    for (NeighborSpec neighbor : neighbors) {
      Expected expectation = new Expected(speaker, neighbor.remoteAs());
      expected.computeIfAbsent(neighbor.ip(), key -> new ArrayList<>()).add(expectation);
      if (owners.containsKey(neighbor.ip())) {
        check(expectation, neighbor.ip(), owners.get(neighbor.ip()));
      }
    }
    List<Ipv4Address> own = new ArrayList<>(speaker.stack().loopbacks());
    speaker.stack().interfaces().forEach(card -> own.add(card.address().address()));
    for (Ipv4Address address : own) {
      owners.put(address, speaker);
      expected.getOrDefault(address, List.of()).forEach(e -> check(e, address, speaker));
    }
  }

  private void check(Expected expectation, Ipv4Address address, Bgp owner) {
    if (expectation.asn() != owner.asn()) {
      world.warn(
          "'%s' expects AS %d at %s, but '%s' is in AS %d: the session will not come up"
              .formatted(
                  expectation.by().name(), expectation.asn(), address, owner.name(), owner.asn()));
    }
  }
}
