package vdcsim.scenario.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vdcsim.scenario.language.problem.RefusedScenario;

/** A virtual function for which a virtio card stands by, when its machine moves. */
class FailoverTest {
  private final Map<String, Double> metrics = new TreeMap<>();
  private String why = "";

  private void run(String nics, String functions, String event, double seconds)
      throws RefusedScenario {
    String text =
        """
        name: test
        duration: 60 s
        hosts:
          h1: { nics: { "eth[0..1]": 1 Gbps }, bridges: { br0: eth0 }, hypervisor: 1 GiB, nic-hardware: { eth1: { virtual-functions: 1 } } }
          h2: { nics: { "eth[0..1]": 1 Gbps }, bridges: { br0: eth0 }, hypervisor: 1 GiB, nic-hardware: { eth1: { virtual-functions: %s } } }
          client: { nics: { eth0: 1 Gbps } }
        switches: { s1: {} }
        links: [ "h[1..2].eth0 -- s1", "h[1..2].eth1 -- s1", client.eth0 -- s1 ]
        vms:
          web: { on: h1, memory: 4 MiB, nics: { eth0: %s } }
        workloads:
          load: { type: udp-stream, from: web, to: client, every: 1 ms, size: 1000 B, start: 100 ms }
        events:
          - %s
        """
            .formatted(functions, nics, event);
    ScenarioRun run = ScenarioRun.of(text, seconds);
    metrics.putAll(run.metrics());
    why = run.why();
  }

  private static final String MOVES =
      "{ at: 1 s, migrate: { vm: web, to: h2, engine: stop-and-copy, activation: 100 ms } }";

  private double sentBy(String way) {
    return metrics.getOrDefault("web.eth0." + way + ".sent", 0.0);
  }

  @Test
  void itMovesOverTheVirtioCardAndTakesAFunctionOfTheNewHost() throws RefusedScenario {
    run("{ model: sriov, attach: eth1, standby: br0 }", "1", MOVES, 4);
    assertThat(metrics)
        .containsEntry("web.migration.completed", 1.0)
        .containsEntry("web.eth0.switches", 3.0)
        .containsEntry("web.eth0.functions-missing", 0.0)
        .containsEntry("load.lost", 0.0);
    // Asked at 1 s, given up at 1.5 s, which is seen at once: 250 ms go into 500. The first packet
    // went at 0.1 s, one each millisecond.
    assertThat(sentBy("primary")).isCloseTo(1400, within(3.0));
    // It stands still for 0.1 s and the copy, and finds its new function half a second later.
    double downtimeMs = metrics.get("web.migration.downtime") / 1e6;
    assertThat(downtimeMs).isBetween(100.0, 140.0);
    assertThat(sentBy("standby")).isCloseTo(500, within(40.0));
    assertThat(sentBy("primary-2")).isGreaterThan(1800);
  }

  @Test
  void whereTheNewHostHasNoFunctionItStaysWithTheVirtioCard() throws RefusedScenario {
    run("{ model: sriov, attach: eth1, standby: br0 }", "0", MOVES, 4);
    assertThat(metrics)
        .containsEntry("web.migration.completed", 1.0)
        .containsEntry("web.eth0.switches", 2.0)
        .containsEntry("web.eth0.functions-missing", 1.0)
        .containsEntry("load.lost", 0.0)
        .doesNotContainKey("web.eth0.primary-2.sent");
    assertThat(sentBy("standby")).isGreaterThan(2300);
  }

  @Test
  void aGuestThatDoesNotGiveItsFunctionUpStaysAndKeepsIt() throws RefusedScenario {
    run(
        "{ model: sriov, attach: eth1, standby: { attach: br0, unplug: 100 s } }",
        "1",
        "{ at: 1 s, migrate: { vm: web, to: h2, give-up: 5 s } }",
        9);
    assertThat(metrics)
        .containsEntry("web.migration.failed", 1.0)
        .containsEntry("web.eth0.switches", 1.0)
        .containsEntry("load.lost", 0.0);
    assertThat(why).isEqualTo("the guest did not give up its device");
    assertThat(sentBy("primary")).isGreaterThan(8800);
  }

  @Test
  void aGuestThatIsTooLateGetsItsFunctionBack() throws RefusedScenario {
    run(
        "{ model: sriov, attach: eth1, standby: { attach: br0, unplug: 6 s, plug: 1 s } }",
        "1",
        "{ at: 1 s, migrate: { vm: web, to: h2, give-up: 5 s } }",
        9);
    assertThat(metrics)
        .containsEntry("web.migration.failed", 1.0)
        .containsEntry("web.eth0.switches", 3.0);
    // Away from 7 s to 8 s.
    assertThat(sentBy("standby")).isCloseTo(1000, within(3.0));
    assertThat(sentBy("primary-2")).isCloseTo(1000, within(3.0));
  }

  @Test
  void aMigrationThatBreaksGivesTheFunctionBackAtTheSource() throws RefusedScenario {
    run(
        "{ model: sriov, attach: eth1, standby: br0 }",
        "1",
        """
        { at: 1 s, migrate: { vm: web, to: h2, max-bandwidth: 1 Mbps, give-up: 3 s } }
          - { at: 3 s, fail: h2.eth0 -- s1 }
        """,
        12);
    assertThat(metrics)
        .containsEntry("web.migration.failed", 1.0)
        .containsEntry("web.eth0.switches", 3.0)
        .containsEntry("load.lost", 0.0);
    assertThat(sentBy("primary-2")).isPositive();
  }

  @Test
  void onlyAVirtioCardStandsByAndOnlyForAFunction() {
    assertThatThrownBy(() -> run("{ model: virtio, attach: br0, standby: br0 }", "1", MOVES, 1))
        .hasMessageContaining("a card stands by for a virtual function");
    assertThatThrownBy(
            () ->
                run(
                    "{ model: sriov, attach: eth1, standby: { attach: br0, model: e1000 } }",
                    "1",
                    MOVES,
                    1))
        .hasMessageContaining("a card that stands by is 'virtio' or 'vhost', was 'e1000'");
  }
}
