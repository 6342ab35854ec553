package vdcsim.network.fabric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import vdcsim.hardware.cpu.sharing.SharedCores;
import vdcsim.hardware.ethernet.Link;
import vdcsim.hardware.host.Host;
import vdcsim.hardware.machine.CpuSpec;
import vdcsim.hardware.machine.SchedulerKind;
import vdcsim.kernel.quantity.DataRate;
import vdcsim.kernel.quantity.Frequency;
import vdcsim.kernel.spec.Refusal;
import vdcsim.network.Lan;
import vdcsim.network.icmp.Echo;
import vdcsim.network.router.Router;
import vdcsim.network.stack.Stack;

class FabricTest {
  private final Lan lan = new Lan();

  private void fatTree(int k) {
    FatTreeSpec spec =
        new FatTreeSpec(k, DataRate.ofGigabits(1), Duration.ZERO, 1500, 10, Optional.empty());
    lan.connect(FatTree.make("dc", spec, lan.world()));
    lan.runUntil(0.001);
  }

  private Stack stack(String name) {
    return lan.world().find(name, Stack.class).orElseThrow();
  }

  /** Al-Fares et al. 2008, 2.2: k^3/4 hosts, 5 k^2/4 switches, 3 k^3/4 cables. */
  @Test
  void aFatTreeHasTheNumbersOfItsInventors() {
    fatTree(4);
    assertThat(lan.world().all(Host.class)).hasSize(16);
    assertThat(lan.world().all(Router.class)).hasSize(20);
    assertThat(lan.world().all(Link.class)).hasSize(48);
    assertThat(stack("h1").address().toString()).isEqualTo("10.0.0.1");
    assertThat(stack("h16").address().toString()).isEqualTo("10.3.1.3");
  }

  @Test
  void everyHostReachesEveryOther() {
    fatTree(4);
    for (Host from : lan.world().all(Host.class)) {
      TreeSet<String> answers = new TreeSet<>();
      Stack asker = stack(from.name());
      asker.icmp().onEchoReply(1, packet -> answers.add(packet.source().toString()));
      for (Host to : lan.world().all(Host.class)) {
        asker.send(stack(to.name()).address(), new Echo(false, 1, 1, 56));
      }
      lan.runUntil(lan.simulation().now() * 1e-9 + 0.01);
      assertThat(answers).hasSize(16);
    }
    assertThat(lan.simulation().metrics().read())
        .filteredOn(m -> m.metric().endsWith("packets-expired"))
        .allMatch(m -> m.statistic("value").orElseThrow() == 0);
  }

  @Test
  void betweenPodsThereAreAsManyWaysAsCores() {
    fatTree(4);
    assertThat(stack("edge1").routes().ways(stack("h16").address())).hasSize(2);
    assertThat(stack("agg1").routes().ways(stack("h16").address())).hasSize(2);
    assertThat(stack("core1").routes().ways(stack("h16").address())).hasSize(1);
  }

  @Test
  void aPacketForAnEdgeThatWasCutOffDoesNotCircle() {
    fatTree(4);
    lan.world().all(Link.class).stream()
        .filter(link -> link.name().startsWith("edge8.up"))
        .forEach(Link::fail);
    stack("h1").send(stack("h16").address(), new Echo(false, 1, 1, 56));
    lan.runUntil(1);
    assertThat(lan.simulation().metrics().read())
        .filteredOn(m -> m.metric().endsWith("packets-expired"))
        .allMatch(m -> m.statistic("value").orElseThrow() == 0);
  }

  @Test
  void aLeafHasACableToEverySpine() {
    LeafSpineSpec spec =
        new LeafSpineSpec(
            3,
            2,
            4,
            DataRate.ofGigabits(10),
            DataRate.ofGigabits(40),
            Duration.ZERO,
            1500,
            11,
            Optional.of("ls-"));
    lan.connect(LeafSpine.make("ls", spec, lan.world()));
    lan.runUntil(0.001);
    assertThat(lan.world().all(Link.class)).hasSize(3 * 4 + 3 * 2);
    assertThat(stack("ls-leaf1").routes().ways(stack("ls-h12").address())).hasSize(2);
    assertThat(stack("ls-h12").address().toString()).isEqualTo("11.0.2.7");
    List<String> answers = new java.util.ArrayList<>();
    stack("ls-h1").icmp().onEchoReply(1, packet -> answers.add(packet.source().toString()));
    stack("ls-h1").send(stack("ls-h12").address(), new Echo(false, 1, 1, 56));
    lan.runUntil(0.1);
    assertThat(answers).containsExactly("11.0.2.7");
  }

  @Test
  void aTreeOfOddPortsIsRefused() {
    assertThatThrownBy(
            () ->
                new FatTreeSpec(
                    5, DataRate.ofGigabits(1), Duration.ZERO, 1500, 10, Optional.empty()))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("must be even");
  }

  @Test
  void allHostsOfAFabricGetTheSameProcessors() {
    fatTree(4);
    CpuSpec eight =
        new CpuSpec(
            1,
            8,
            new Frequency(1_000_000_000),
            SchedulerKind.PROCESSOR_SHARING,
            Duration.ofMillis(4),
            Duration.ZERO,
            Map.of());
    lan.connect(FabricProcessors.make("dc", eight, lan.world()));
    assertThat(lan.world().all(SharedCores.class)).hasSize(16).allMatch(c -> c.count() == 8);
    assertThat(lan.world().find("h16", SharedCores.class)).isPresent();
  }
}
