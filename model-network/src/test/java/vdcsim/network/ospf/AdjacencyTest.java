package vdcsim.network.ospf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import vdcsim.kernel.result.Measurement;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.world.Remark;

/** Hellos every second, dead after four. */
class AdjacencyTest {
  private final OspfNetwork network = new OspfNetwork();

  private Measurement.States states(String metric) {
    return (Measurement.States)
        network.lan().simulation().metrics().read().stream()
            .filter(m -> m.metric().equals(metric))
            .findFirst()
            .orElseThrow();
  }

  private OspfNetwork pair() {
    network.cable("r1", "r2");
    return network;
  }

  @Test
  void twoRoutersOnALineGoThroughAllStatesToFull() {
    // What changed within a second of the exchange is sent again five seconds later.
    pair().make().runUntil(12);
    assertThat(network.neighbours("r1")).containsExactly("p1 10.255.0.2 Full/-");
    assertThat(network.neighbours("r2")).containsExactly("p1 10.255.0.1 Full/-");
    assertThat(network.database("r1", "0")).isEqualTo(network.database("r2", "0")).hasSize(2);
    assertThat(states("r1.ospf.p1.neighbour-10.255.0.2").states())
        .startsWith("Init", "ExStart", "Exchange")
        .endsWith("Full");
    assertThat(network.metric("r1", "10.255.0.2/32")).isEqualTo(10);
  }

  @Test
  void onASegmentTheHighestIdentifierIsDesignatedAfterTheWait() {
    network.segment("r1", "r2", "r3", "r4");
    network.make().runUntil(3.9);
    assertThat(network.interfaces("r1")).containsExactly("p1 Waiting");
    network.runUntil(25);
    assertThat(network.interfaces("r4")).containsExactly("p1 DR");
    assertThat(network.interfaces("r3")).containsExactly("p1 Backup");
    assertThat(network.interfaces("r1")).containsExactly("p1 DROther");
    assertThat(network.neighbours("r1"))
        .containsExactly(
            "p1 10.255.0.2 2-Way/DROther", "p1 10.255.0.3 Full/Backup", "p1 10.255.0.4 Full/DR");
    // Four router LSAs and one network LSA.
    assertThat(network.database("r1", "0")).hasSize(5).isEqualTo(network.database("r2", "0"));
  }

  @Test
  void aSilentNeighbourIsGoneFourSecondsAfterItsLastHello() {
    pair().make().runUntil(10.5);
    network.link(0).failSilently();
    network.runUntil(20);
    Measurement.States states = states("r1.ospf.p1.neighbour-10.255.0.2");
    int last = states.states().size() - 1;
    assertThat(states.states().get(last)).isEqualTo("Down");
    // Hellos leave 1 ms after full seconds; the last one at 10.001 s.
    assertThat(states.timesNs().get(last) / 1e9).isBetween(14.0, 14.002);
    assertThat(network.metric("r1", "10.255.0.2/32")).isEqualTo(-1);
  }

  @Test
  void aLostCarrierIsNoticedAtOnce() {
    pair().make().runUntil(10.5);
    network.link(0).fail();
    network.runUntil(10.6);
    assertThat(network.neighbours("r1")).isEmpty();
    assertThat(network.interfaces("r1")).isEmpty();
    assertThat(network.metric("r1", "10.255.0.2/32")).isEqualTo(-1);
  }

  @Test
  void whatMustAgreeAndDoesNotIsCountedByReason() {
    network.cable("r1", "r2");
    network.end("r2", "p1").deadS = 5;
    network.cable("r1", "r2");
    network.end("r2", "p2").helloS = 2;
    network.cable("r1", "r2");
    network.end("r2", "p3").area = "7";
    network.cable("r1", "r2");
    network.node("r1").areas.put("8", OspfNetwork.area(AreaType.STUB));
    network.end("r1", "p4").area = "8";
    network.end("r2", "p4").area = "8";
    network.make().runUntil(10.5);
    assertThat(network.neighbours("r1")).isEmpty();
    assertThat(network.metric("r1.ospf.refused-dead-interval-mismatch")).isEqualTo(11);
    assertThat(OspfInspection.inspect(network.lan().world()))
        .extracting(Remark::sentence)
        .containsExactly(
            "'r1.p1' and 'r2.p1' are in one network but have dead intervals of 4 s and 5 s: they do"
                + " not become neighbours",
            "'r1.p2' and 'r2.p2' are in one network but have hello intervals of 1 s and 2 s: they"
                + " do not become neighbours",
            "'r1.p3' and 'r2.p3' are in one network but have areas 0.0.0.0 and 0.0.0.7: they do not"
                + " become neighbours",
            "'r1.p4' and 'r2.p4' are in one network but have area 0.0.0.8 as stub and normal: they"
                + " do not become neighbours");
    // Every other second from there.
    assertThat(network.metric("r1.ospf.refused-hello-interval-mismatch")).isEqualTo(6);
    assertThat(network.metric("r1.ospf.refused-other-area")).isEqualTo(11);
    assertThat(network.metric("r1.ospf.refused-area-type-mismatch")).isEqualTo(11);
  }

  @Test
  void aPassiveInterfaceIsToldOfAndSaysNothing() {
    network.cable("r1", "r2");
    network.cable("r2", "r3");
    network.end("r2", "p2").passive = true;
    network.make().runUntil(15);
    assertThat(network.neighbours("r2")).containsExactly("p1 10.255.0.1 Full/-");
    assertThat(network.metric("r1", "10.0.2.0/24")).isEqualTo(20);
    assertThat(network.neighbours("r3")).isEmpty();
    assertThat(network.metric("r2.ospf.refused-no-interface")).isEqualTo(15);
  }

  @Test
  void twoRoutersWithOneIdentifierAreRefused() {
    network.cable("r1", "r2");
    OspfNetwork.Node twin = network.node("r2");
    twin.routerId = network.node("r1").loopback;
    assertThatThrownBy(() -> network.make().runUntil(1))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("router identifier 10.255.0.1 is that of 'r1' already");
  }

  @Test
  void anAreaWithoutWayToTheBackboneIsWarnedOf() {
    network.cable("r1", "r2");
    network.cable("r2", "r3");
    network.cable("r3", "r4");
    for (String end : List.of("r2.p2", "r3.p1")) {
      network.end(end.substring(0, 2), end.substring(3)).area = "1";
    }
    for (String end : List.of("r3.p2", "r4.p1")) {
      network.end(end.substring(0, 2), end.substring(3)).area = "2";
    }
    network.node("r3").loopbackArea = "1";
    network.node("r4").loopbackArea = "2";
    network.make().runUntil(20);
    assertThat(OspfInspection.inspect(network.lan().world()))
        .extracting(Remark::sentence)
        .singleElement()
        .asString()
        .startsWith("area 0.0.0.2 has no border router to the backbone (area 0)");
    assertThat(network.metric("r1", "10.255.0.3/32")).isEqualTo(20);
    assertThat(network.metric("r1", "10.255.0.4/32")).isEqualTo(-1);
  }

  @Test
  void deadMustExceedHello() {
    assertThatThrownBy(
            () ->
                new OspfInterfaceSpec(
                    "0",
                    NetworkType.BROADCAST,
                    java.util.Optional.empty(),
                    1,
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(10),
                    false,
                    Duration.ofSeconds(5),
                    1))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("dead (10 s) exceeds hello (10 s)");
  }

  @Test
  void anInterfaceThatIsNotThereIsRefusedWithNearNames() {
    network.cable("r1", "r2");
    OspfNetwork.Node node = network.node("r1");
    node.ends.put("q1", node.ends.remove("p1"));
    network.make();
    assertThatThrownBy(() -> network.runUntil(1))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("has no interface 'q1'");
  }
}
