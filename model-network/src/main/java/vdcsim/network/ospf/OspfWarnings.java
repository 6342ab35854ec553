package vdcsim.network.ospf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import vdcsim.kernel.world.World;
import vdcsim.network.ip.Ipv4Prefix;
import vdcsim.network.ospf.lsa.AreaId;

/** What is odd between the routers of a world: they run, but not as somebody may have meant. */
final class OspfWarnings {
  private static final String NAME = "ospf-warnings";

  private final World world;
  private final Map<Ipv4Prefix, List<Spoken>> networks = new TreeMap<>();
  private final List<Ospf> routers = new ArrayList<>();

  /** An interface, and whose it is. */
  private record Spoken(String router, OspfInterface over) {
    String name() {
      return router + "." + over.name();
    }
  }

  private OspfWarnings(World world) {
    this.world = world;
  }

  static OspfWarnings of(World world) {
    return world
        .find(NAME, OspfWarnings.class)
        .orElseGet(
            () -> {
              OspfWarnings made = new OspfWarnings(world);
              world.add(NAME, made);
              world.simulation().schedule(0, made::checkAreas);
              return made;
            });
  }

  /** Compares a router's interfaces with those of others in the same networks. */
  void add(Ospf added) {
    routers.add(added);
    for (OspfInterface over : added.interfaces()) {
      if (!over.isVirtual() && !over.settings().passive()) {
        Spoken spoken = new Spoken(added.stack().name(), over);
        List<Spoken> others =
            networks.computeIfAbsent(over.address().network(), n -> new ArrayList<>());
        if (!others.isEmpty()) {
          compare(others.get(0), spoken);
        }
        others.add(spoken);
      }
    }
  }

  private void compare(Spoken first, Spoken second) {
    difference(first.over(), second.over())
        .ifPresent(
            what ->
                world.warn(
                    "'%s' and '%s' are in one network but have %s: they do not become neighbours"
                        .formatted(first.name(), second.name(), what)));
  }

  private static Optional<String> difference(OspfInterface one, OspfInterface two) {
    if (!one.area().id().equals(two.area().id())) {
      return Optional.of("areas %s and %s".formatted(one.area().id(), two.area().id()));
    } else if (one.settings().helloNs() != two.settings().helloNs()) {
      return Optional.of(
          "hello intervals of %d s and %d s"
              .formatted(one.settings().helloS(), two.settings().helloS()));
    } else if (one.settings().deadNs() != two.settings().deadNs()) {
      return Optional.of(
          "dead intervals of %d s and %d s"
              .formatted(one.settings().deadS(), two.settings().deadS()));
    } else if (one.area().options() != two.area().options()) {
      return Optional.of(
          "area %s as %s and %s".formatted(one.area().id(), words(one.area()), words(two.area())));
    }
    return Optional.empty();
  }

  private static String words(Area area) {
    return area.type().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  /** Routes pass between areas through the backbone alone (RFC 2328, 3.1 and 15). */
  private void checkAreas() {
    TreeSet<AreaId> all = new TreeSet<>();
    TreeSet<AreaId> joined = new TreeSet<>();
    for (Ospf router : routers) {
      List<AreaId> own = router.areas().stream().map(Area::id).toList();
      all.addAll(own);
      if (own.contains(AreaId.BACKBONE)) {
        joined.addAll(own);
      }
    }
    all.removeAll(joined);
    boolean alone = all.size() == 1 && joined.isEmpty();
    if (!alone) {
      all.forEach(
          area ->
              world.warn(
                  "area %s has no border router to the backbone (area 0): no routes pass between it"
                          .formatted(area)
                      + " and other areas; give a router of it an interface in area 0, or a virtual"
                      + " link"));
    }
  }
}
