package vdcsim.kernel.conservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vdcsim.kernel.conservation.Conservation.term;

import java.util.List;
import org.junit.jupiter.api.Test;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.metric.Counter;
import vdcsim.kernel.quantity.Unit;

class ConservationTest {
  private final Simulation simulation = new Simulation(1, 0);
  private final Conservation conservation = simulation.conservation();
  private final Counter sent = simulation.metrics().counter("link.sent", Unit.FRAMES);
  private final Counter received = simulation.metrics().counter("link.received", Unit.FRAMES);
  private long inFlight;

  @Test
  void tenSentSevenReceivedAndTwoInFlightLeaveOneMissing() {
    register();
    sent.add(10);
    received.add(7);
    inFlight = 2;
    assertThat(conservation.violations())
        .containsExactly("frames: sent 10, but received 7 + in flight 2 = 9: 1 missing");
  }

  @Test
  void aFrameThatArrivesTwiceIsOneTooMany() {
    register();
    sent.add(1);
    received.add(2);
    assertThat(conservation.violations())
        .containsExactly("frames: sent 1, but received 2 + in flight 0 = 2: 1 too many");
  }

  @Test
  void theEndOfTheWarmUpLeavesBalancesAlone() {
    register();
    sent.add(10);
    inFlight = 10;
    simulation.metrics().restart();
    received.add(10);
    inFlight = 0;
    assertThat(sent.value()).isZero();
    assertThat(received.value()).isEqualTo(10);
    assertThat(conservation.violations()).isEmpty();
  }

  @Test
  void violationsComeInTheOrderOfRegistration() {
    for (String name : List.of("zebra", "ant", "mole")) {
      conservation.balance(name, List.of(term("in", () -> 1)), List.of(term("out", () -> 0)));
    }
    assertThat(conservation.violations())
        .containsExactly(
            "zebra: in 1, but out 0: 1 missing",
            "ant: in 1, but out 0: 1 missing",
            "mole: in 1, but out 0: 1 missing");
    assertThat(conservation.size()).isEqualTo(3);
  }

  @Test
  void twoBalancesOfOneNameAreRefused() {
    register();
    assertThatThrownBy(this::register).hasMessage("there are two balances named 'frames'");
  }

  private void register() {
    conservation.balance(
        "frames",
        List.of(term("sent", sent::total)),
        List.of(term("received", received::total), term("in flight", () -> inFlight)));
  }
}
