package vdcsim.network.ospf;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vdcsim.kernel.quantity.DataRate;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;
import vdcsim.network.ospf.lsa.AreaId;
import vdcsim.network.ospf.lsa.RouterId;
import vdcsim.network.routing.RedistributeSpec;

/** What a scenario says about OSPF on a router. */
@Doc("OSPF version 2: routers tell each other of their links and compute shortest paths.")
public record OspfSpec(
    @Key(
            value = "By which number others know it; without it its highest address.",
            example = "10.255.0.1")
        Optional<String> routerId,
    @Key(
            value = "Its areas, where they are special or have ranges or virtual links.",
            example = "{ 1: stub }")
        Map<String, OspfAreaSpec> areas,
    @Key(
            value = "The interfaces on which it speaks OSPF.",
            example = "{ eth0: 0, eth1: { area: 1, cost: 10 } }")
        Map<String, OspfInterfaceSpec> interfaces,
    @Key(value = "The area that hears of the addresses that belong to no interface.", example = "0")
        Optional<String> loopbackArea,
    @Key(value = "Routes of other sources that it brings into OSPF.", example = "[static]")
        List<RedistributeSpec> redistribute,
    @Key(value = "Whether it brings in a default route.", example = "{ always: true }")
        Optional<DefaultOriginateSpec> defaultOriginate,
    @Key(
            value = "The rate that costs 1; slower interfaces cost more.",
            fallback = "100 Gbps",
            source = "FRRouting 8, auto-cost reference-bandwidth; RFC 2328 leaves it open")
        DataRate referenceBandwidth,
    @Key(
            value = "When it computes shortest paths.",
            example = "{ first: 200 ms, step: 1 s, maximum: 10 s }")
        Optional<SpfDelaySpec> spfDelay,
    @Key(
            value = "How closely the instances of an own LSA may follow each other.",
            fallback = "0 s",
            source =
                "FRRouting 8.4.4 holds LSAs of types 1 to 7 not back; MinLSInterval of RFC 2328 is"
                    + " 5 s",
            example = "5 s")
        Duration lsaInterval) {

  private static final long MOST_METRIC = 16_777_214;

  public OspfSpec {
    areas = new LinkedHashMap<>(areas);
    interfaces = new LinkedHashMap<>(interfaces);
    redistribute = List.copyOf(redistribute);
    routerId.ifPresent(text -> checked("router-id", () -> RouterId.parse(text)));
    loopbackArea.ifPresent(text -> checked("loopback-area", () -> AreaId.parse(text)));
    areas.keySet().forEach(text -> checked("areas", () -> AreaId.parse(text)));
    if (lsaInterval.isNegative() || lsaInterval.compareTo(Duration.ofMinutes(1)) > 0) {
      throw new Refusal("lsa-interval", "an LSA interval lies from 0 s to 60 s");
    }
    areas.forEach(OspfSpec::checkBackbone);
    redistribute.forEach(OspfSpec::checkMetric);
  }

  private static void checked(String key, Runnable parse) {
    try {
      parse.run();
    } catch (IllegalArgumentException e) {
      throw new Refusal(key, e.getMessage());
    }
  }

  private static void checkBackbone(String id, OspfAreaSpec area) {
    if (AreaId.parse(id).isBackbone()
        && (area.type() != AreaType.NORMAL || !area.virtualLinks().isEmpty())) {
      throw new Refusal(
          "areas", "area 0 is the backbone: it is no stub, and no virtual link goes through it");
    }
  }

  private static void checkMetric(RedistributeSpec spec) {
    if (spec.from() == RedistributeSpec.Source.OSPF) {
      throw new Refusal("redistribute", "OSPF does not take over its own routes");
    }
    if (spec.metric().orElse(0L) > MOST_METRIC) {
      throw new Refusal(
          "redistribute",
          "a metric of OSPF lies from 0 to 16777214, was " + spec.metric().orElseThrow());
    }
  }

  /** What is said about an area, however its number is written. */
  OspfAreaSpec area(AreaId id) {
    return areas.entrySet().stream()
        .filter(entry -> AreaId.parse(entry.getKey()).equals(id))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(OspfAreaSpec.PLAIN);
  }

  SpfDelaySpec spfDelayOrUsual() {
    return spfDelay.orElse(SpfDelaySpec.USUAL);
  }
}
