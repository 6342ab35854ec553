package vdcsim.hypervisor.xen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vdcsim.hardware.cpu.Processor;
import vdcsim.hardware.cpu.RunToCompletion;
import vdcsim.hardware.cpu.Task;
import vdcsim.hardware.cpu.Topology;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.quantity.Frequency;

class XenTest {
  @Test
  void aRingHoldsARequestUntilItsResponseIsTaken() {
    SharedRing ring = new SharedRing(2);
    ring.putRequest("a");
    ring.putRequest("b");
    assertThat(ring.isFull()).isTrue();
    assertThat(ring.hasRequest()).as("not pushed").isFalse();
    assertThat(ring.pushRequests()).as("the backend sleeps").isTrue();
    assertThat(ring.takeRequest()).isEqualTo("a");
    ring.putResponse("A");
    assertThat(ring.isFull()).isTrue();
    assertThat(ring.pushResponses()).isTrue();
    assertThat(ring.takeResponse()).isEqualTo("A");
    assertThat(ring.isFull()).isFalse();
    assertThatThrownBy(
            () -> {
              ring.takeRequest();
              ring.putResponse("B");
              ring.putResponse("C");
            })
        .hasMessage("there is no request to which this could be the response");
  }

  @Test
  void aBackendThatIsAwakeWantsNoEvents() {
    SharedRing ring = new SharedRing(32);
    ring.putRequest("a");
    assertThat(ring.pushRequests()).isTrue();
    ring.putRequest("b");
    assertThat(ring.pushRequests()).isFalse();
    ring.takeRequest();
    assertThat(ring.awaitRequest()).as("b is there").isTrue();
    ring.takeRequest();
    assertThat(ring.awaitRequest()).isFalse();
    ring.putRequest("c");
    assertThat(ring.pushRequests()).isTrue();
  }

  @Test
  void aFrontendIsToldWhenHalfOfItsRequestsAreAnswered() {
    SharedRing ring = new SharedRing(32);
    for (int i = 0; i < 8; i++) {
      ring.putRequest(i);
    }
    ring.pushRequests();
    assertThat(ring.awaitHalfOfResponses()).isFalse();
    List<Integer> events = new ArrayList<>();
    for (int i = 1; i <= 8; i++) {
      ring.putResponse(ring.takeRequest());
      if (ring.pushResponses()) {
        events.add(i);
      }
    }
    assertThat(events).as("four are not more than half").containsExactly(5);
  }

  @Test
  void aGrantThatIsMappedCannotBeTakenBack() {
    GrantTable table = new GrantTable(2);
    int page = table.grant();
    assertThat(table.map(page)).isTrue();
    assertThat(table.end(page)).isFalse();
    assertThat(table.unmap(page)).isTrue();
    assertThat(table.end(page)).isTrue();
    assertThat(table.map(page)).as("no longer granted").isFalse();
    assertThat(table.mayCopy(7)).as("never granted").isFalse();
    assertThat(table.refused()).isEqualTo(3);
    assertThat(table.free()).isEqualTo(2);
  }

  @Test
  void anEventThatWasNotTakenYetIsNotSentAgain() {
    Simulation simulation = new Simulation(1, 0);
    Processor processor =
        new Processor(
            simulation,
            "h",
            Topology.flat(2),
            new Frequency(1_000_000_000L),
            0,
            new RunToCompletion());
    Task guest = RunToCompletion.task(processor, "guest", List.of(0));
    Task dom0 = RunToCompletion.task(processor, "dom0", List.of(1));
    List<Long> upcalls = new ArrayList<>();
    EventChannel channel =
        new EventChannel(guest, 100, dom0, 1000, (k, a, r) -> upcalls.add(simulation.now()), 0);
    for (int i = 0; i < 3; i++) {
      channel.send((k, a, r) -> {}, 0, 0, Simulation.NO_REFERENCE);
    }
    simulation.run(10_000);
    assertThat(upcalls).containsExactly(1100L);
    assertThat(channel.sent()).isEqualTo(3);
    assertThat(channel.merged()).isEqualTo(2);
  }

  @Test
  void copyingAndMappingCostWhatIsMovedAndACallAtATime() {
    XenCosts costs = new XenCosts(2400, 391, 490);
    assertThat(costs.copied(4096)).isEqualTo(4 * 490);
    assertThat(costs.mapped(11)).isEqualTo(11 * 391);
    assertThat(costs.map(11)).isEqualTo(2400 + 11 * 391);
  }
}
