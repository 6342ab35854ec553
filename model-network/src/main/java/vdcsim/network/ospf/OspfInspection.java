package vdcsim.network.ospf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import vdcsim.kernel.world.Remark;
import vdcsim.kernel.world.World;
import vdcsim.network.ip.Ipv4Prefix;
import vdcsim.network.ospf.lsa.AreaId;

/** What is odd between the routers of a world: they run, but not as somebody may have meant. */
public final class OspfInspection {
  private final List<Ospf> routers;
  private final List<Remark> remarks = new ArrayList<>();

  /** An interface, and whose it is. */
  private record Spoken(String router, OspfInterface over) {
    String name() {
      return router + "." + over.name();
    }
  }

  private OspfInspection(World world) {
    this.routers = world.all(Ospf.class);
  }

  /** What is odd about the routers of a world that speak OSPF. */
  public static List<Remark> inspect(World world) {
    OspfInspection inspection = new OspfInspection(world);
    inspection.networks();
    inspection.areas();
    return List.copyOf(inspection.remarks);
  }

  /** Compares the interfaces of a network with the first of them. */
  private void networks() {
    Map<Ipv4Prefix, Spoken> first = new TreeMap<>();
    for (Ospf router : routers) {
      for (OspfInterface over : router.interfaces()) {
        if (!over.isVirtual() && !over.settings().passive()) {
          Spoken spoken = new Spoken(router.stack().name(), over);
          Spoken before = first.putIfAbsent(over.address().network(), spoken);
          if (before != null) {
            compare(before, spoken);
          }
        }
      }
    }
  }

  private void compare(Spoken first, Spoken second) {
    difference(first.over(), second.over())
        .ifPresent(
            what ->
                remarks.add(
                    Remark.odd(
                        second.router(),
                        List.of("ospf.interfaces." + second.over().name(), "ospf"),
                        "'%s' and '%s' are in one network but have %s: they do not become"
                                .formatted(first.name(), second.name(), what)
                            + " neighbours")));
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
  private void areas() {
    Map<AreaId, String> alone = new TreeMap<>();
    Set<AreaId> joined = new TreeSet<>();
    for (Ospf router : routers) {
      List<AreaId> own = router.areas().stream().map(Area::id).toList();
      own.forEach(area -> alone.putIfAbsent(area, router.stack().name()));
      if (own.contains(AreaId.BACKBONE)) {
        joined.addAll(own);
      }
    }
    alone.keySet().removeAll(joined);
    if (alone.size() != 1 || !joined.isEmpty()) {
      alone.forEach(
          (area, router) ->
              remarks.add(
                  Remark.odd(
                      router,
                      List.of("ospf"),
                      "area %s has no border router to the backbone (area 0): no routes pass"
                              .formatted(area)
                          + " between it and other areas; give a router of it an interface in area"
                          + " 0, or a virtual link")));
    }
  }
}
