package vdcsim.hardware.ethernet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vdcsim.hardware.host.Host;
import vdcsim.kernel.spec.Refusal;

class LinkActionsTest {
  private final Bench bench = new Bench();
  private Host h1;
  private Host h2;

  @BeforeEach
  void twoHostsAndACable() {
    h1 = bench.host("h1", 2);
    h2 = bench.host("h2", 2);
    bench.lay("h1 -- h2.eth0");
  }

  private static LinkFailure cut(String link) {
    return new LinkFailure(link, false, Optional.empty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"h1 -- h2.eth0", "h2 -- h1", "h1  --  h2", "h2.eth0 -- h1.eth0", "h1.eth0 -- h2"})
  void aLinkIsFoundByEitherEndWithOrWithoutPorts(String link) {
    LinkFailure.plan(cut(link), bench.world).run();
    assertThat(h1.nics().get(0).hasCarrier()).isFalse();
    LinkRepair.plan(new LinkRepair(link), bench.world).run();
    assertThat(h2.nics().get(0).hasCarrier()).isTrue();
  }

  @Test
  void aLinkThatIsNotThereIsRefusedWithNearNames() {
    assertThatThrownBy(() -> LinkFailure.plan(cut("h1 -- h3"), bench.world))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("there is no link 'h1 -- h3'");
  }

  @Test
  void twoCablesBetweenTwoDevicesMustBeToldApart() {
    bench.lay("h1.eth1 -- h2.eth1");
    assertThatThrownBy(() -> LinkFailure.plan(cut("h1 -- h2"), bench.world))
        .isInstanceOf(Refusal.class)
        .hasMessage("'h1 -- h2' may be any of: h1 -- h2.eth0, h1.eth1 -- h2.eth1");
    LinkFailure.plan(cut("h2.eth1 -- h1"), bench.world).run();
    assertThat(h1.nics().get(0).hasCarrier()).isTrue();
    assertThat(h1.nics().get(1).hasCarrier()).isFalse();
  }

  @Test
  void aLinkThatFailsTowardsOneEndStillCarriesTheOtherWay() {
    LinkFailure oneWay = new LinkFailure("h1 -- h2", false, Optional.of("h2"));
    LinkFailure.plan(oneWay, bench.world).run();
    bench.sendAt(0, h1.nics().get(0), 64);
    bench.sendAt(0, h2.nics().get(0), 64);
    bench.simulation.run(1_000_000);
    assertThat(bench.arrivals).extracting(Bench.Arrival::port).containsExactly("h1.eth0");
    assertThatThrownBy(
            () ->
                LinkFailure.plan(
                    new LinkFailure("h1 -- h2", false, Optional.of("h3")), bench.world))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("h1.eth0 and h2.eth0");
  }

  @Test
  void aSilentFailureTellsNobody() {
    LinkFailure.plan(new LinkFailure("h1 -- h2", true, Optional.empty()), bench.world).run();
    bench.sendAt(0, h1.nics().get(0), 64);
    bench.simulation.run(1_000_000);
    assertThat(h2.nics().get(0).hasCarrier()).isTrue();
    assertThat(bench.arrivals).isEmpty();
  }

  @Test
  void aDeviceWithoutPowerTakesCarrierFromItsNeighbours() {
    PowerAction.off(new PowerAction("h1"), bench.world).run();
    assertThat(h2.nics().get(0).hasCarrier()).isFalse();
    PowerAction.on(new PowerAction("h1"), bench.world).run();
    assertThat(h2.nics().get(0).hasCarrier()).isTrue();
    assertThatThrownBy(() -> PowerAction.off(new PowerAction("h9"), bench.world))
        .isInstanceOf(Refusal.class);
  }
}
