package vdcsim.hardware.ethernet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vdcsim.hardware.host.Host;
import vdcsim.kernel.quantity.DataRate;
import vdcsim.kernel.quantity.Length;
import vdcsim.kernel.quantity.Ratio;
import vdcsim.kernel.spec.Refusal;

/** Hubs and buses as scenarios lay them. */
class SharedCablesTest {
  private static final DataRate TEN = DataRate.ofMegabits(10);

  private final Bench bench = new Bench();

  private void hub(String name) {
    HubSpec.make(name, new HubSpec(TEN, Duration.ZERO), bench.world);
  }

  private void bus(String name, double metres) {
    BusSpec.make(name, new BusSpec(new Length(metres), TEN, new Ratio(0.77)), bench.world);
  }

  private void lay(String link, double atMetres) {
    LinkSpec spec =
        new LinkSpec(
            link,
            Optional.empty(),
            Duration.ZERO,
            new Ratio(0),
            Duplex.FULL,
            Optional.of(new Length(atMetres)));
    Cabling.lay(link, spec, bench.world).connect();
  }

  private EthernetPort host(String name) {
    Host host = bench.host(name, 1);
    return host.nics().get(0);
  }

  @Test
  void stationsOfABusAreSpreadEvenly() {
    bus("bus", 500);
    EthernetPort h1 = host("h1");
    EthernetPort h2 = host("h2");
    EthernetPort h3 = host("h3");
    List.of("h1 -- bus", "h2 -- bus", "bus -- h3").forEach(bench::lay);
    bench.sendAt(0, h1, 64);
    bench.simulation.run(1_000_000);
    // 250 m and 500 m at 0.77 c are 1083 and 2166 ns.
    assertThat(bench.arrivalTimes(h2)).containsExactly(58_683L);
    assertThat(bench.arrivalTimes(h3)).containsExactly(59_766L);
  }

  @Test
  void aStationSitsWhereItIsPut() {
    bus("bus", 500);
    EthernetPort h1 = host("h1");
    EthernetPort h2 = host("h2");
    lay("h1 -- bus", 100);
    lay("h2 -- bus", 120);
    bench.sendAt(0, h1, 64);
    bench.simulation.run(1_000_000);
    // 20 m are 86.6 ns.
    assertThat(bench.arrivalTimes(h2)).containsExactly(57_687L);
  }

  @Test
  void aHubJoinsTwoBuses() {
    bus("left", 500);
    bus("right", 500);
    hub("hub");
    EthernetPort h1 = host("h1");
    EthernetPort h2 = host("h2");
    lay("h1 -- left", 0);
    lay("left -- hub", 500);
    lay("hub -- right", 0);
    lay("h2 -- right", 500);
    bench.sendAt(0, h1, 64);
    bench.simulation.run(1_000_000);
    assertThat(bench.arrivalTimes(h2)).containsExactly(57_600L + 2 * 2_166);
  }

  @Test
  void whatCannotBeIsRefused() {
    bus("b1", 500);
    bus("b2", 500);
    hub("hub1");
    hub("hub2");
    host("h1");
    bench.lay("hub1 -- hub2");
    assertThatThrownBy(() -> bench.lay("hub2 -- hub1"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("loop");
    assertThatThrownBy(() -> bench.lay("b1 -- b2"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("joined by a hub");
    assertThatThrownBy(() -> lay("h1 -- b1", 501))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("501");
    assertThatThrownBy(() -> lay("h1 -- hub1", 1))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("bus");
    assertThatThrownBy(() -> new BusSpec(new Length(1), TEN, new Ratio(1.1)))
        .isInstanceOf(Refusal.class);
  }

  @Test
  void aCableThatBreaksPartsTwoHubs() {
    hub("left");
    hub("right");
    EthernetPort h1 = host("h1");
    EthernetPort h2 = host("h2");
    EthernetPort h3 = host("h3");
    List.of("h1 -- left", "h2 -- left", "h3 -- right", "left -- right").forEach(bench::lay);
    Cable between = CableSearch.find("right -- left", bench.world);
    between.fail();
    bench.sendAt(0, h1, 64);
    bench.simulation.run(1_000_000);
    assertThat(bench.arrivalTimes(h2)).hasSize(1);
    assertThat(bench.arrivalTimes(h3)).isEmpty();
    assertThat(h3.hasCarrier()).isTrue();
    between.repair();
    bench.sendAt(2_000_000, h1, 64);
    bench.simulation.run(3_000_000);
    assertThat(bench.arrivalTimes(h3)).hasSize(1);
  }

  @Test
  void aStationWhoseCableBreaksLosesCarrierAndItsFrames() {
    hub("hub");
    EthernetPort h1 = host("h1");
    EthernetPort h2 = host("h2");
    bench.lay("h1 -- hub");
    bench.lay("h2 -- hub");
    bench.sendAt(0, h2, 64);
    bench.sendAt(1_000, h1, 64);
    bench.sendAt(1_000, h1, 64);
    bench.at(2_000, () -> CableSearch.find("hub -- h1", bench.world).fail());
    bench.simulation.run(1_000_000);
    assertThat(h1.hasCarrier()).isFalse();
    assertThat(bench.arrivals).isEmpty();
    // One frame waited for silence, one behind it; the frame of h2 was on its way to h1.
    assertThat(bench.count("h1.eth0.dropped-no-carrier")).isEqualTo(2);
    assertThat(bench.count("h2.eth0.cut-off")).isEqualTo(1);
  }

  @Test
  void aSilentFailureOnAHubDeafensOneStation() {
    hub("hub");
    EthernetPort h1 = host("h1");
    EthernetPort h2 = host("h2");
    EthernetPort h3 = host("h3");
    List.of("h1 -- hub", "h2 -- hub", "h3 -- hub").forEach(bench::lay);
    CableSearch.find("h2 -- hub", bench.world).failSilently();
    bench.sendAt(0, h1, 64);
    bench.simulation.run(1_000_000);
    assertThat(h2.hasCarrier()).isTrue();
    assertThat(bench.arrivalTimes(h2)).isEmpty();
    assertThat(bench.arrivalTimes(h3)).hasSize(1);
    assertThat(bench.count("h1.eth0.lost-silently")).isEqualTo(1);
  }

  @Test
  void aHubWithoutPowerTakesCarrierFromAll() {
    hub("hub");
    EthernetPort h1 = host("h1");
    bench.lay("h1 -- hub");
    PowerAction.off(new PowerAction("hub"), bench.world).run();
    assertThat(h1.hasCarrier()).isFalse();
    PowerAction.on(new PowerAction("hub"), bench.world).run();
    assertThat(h1.hasCarrier()).isTrue();
  }

  @Test
  void aHalfDuplexLinkNeedsBothItsPorts() {
    EthernetPort h1 = host("h1");
    EthernetPort h2 = host("h2");
    LinkSpec spec =
        new LinkSpec(
            "h1 -- h2",
            Optional.of(TEN),
            Duration.ZERO,
            new Ratio(0),
            Duplex.HALF,
            Optional.empty());
    Cabling.lay("h1 -- h2", spec, bench.world).connect();
    h1.disable();
    assertThat(h2.hasCarrier()).isFalse();
    h1.enable();
    LinkFailure.plan(new LinkFailure("h2 -- h1", false, Optional.of("h1")), bench.world).run();
    bench.sendAt(0, h1, 64);
    bench.sendAt(100_000, h2, 64);
    bench.simulation.run(1_000_000);
    assertThat(bench.arrivals).extracting(Bench.Arrival::port).containsExactly("h2.eth0");
  }
}
