package vdcsim.scenario.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vdcsim.scenario.language.problem.RefusedScenario;

/** What a guest sees of a pause: its clock, and the timers of its programs and its connections. */
class PausedGuestTest {
  private static Map<String, Double> run(String clock, double seconds, String workload)
      throws RefusedScenario {
    String text =
        """
        name: test
        duration: 20 s
        hosts:
          h1: { nics: { eth0: 1 Gbps }, bridges: { br0: eth0 }, hypervisor: 1 GiB }
          client: { nics: { eth0: 1 Gbps } }
        links: [ h1.eth0 -- client.eth0 ]
        vms:
          web: { on: h1, memory: 4 MiB, clock: %s, nics: { eth0: { attach: br0 } } }
        workloads:
          load: %s
        events:
          - { at: 1050 ms, pause-vm: web }
          - { at: 1500 ms, resume-vm: web }
        """
            .formatted(clock, workload);
    return ScenarioRun.of(text, seconds).metrics();
  }

  private static double sent(String clock, double seconds) throws RefusedScenario {
    return run(
            clock,
            seconds,
            "{ type: ping, from: web, to: client, start: 100 ms, every: 100 ms, size: 56 B }")
        .get("load.sent");
  }

  @Test
  void aProgramSleepsOnByAsMuchAsWasLeft() throws RefusedScenario {
    // Ten requests from 0.1 s to 1 s; 50 ms of 100 were left, so that the next comes at 1.55 s.
    assertThat(sent("stands-still", 1.549)).isEqualTo(10);
    assertThat(sent("stands-still", 1.551)).isEqualTo(11);
    assertThat(sent("stands-still", 1.649)).isEqualTo(11);
  }

  @Test
  void whereTheClockRunsOnWhatWasDueComesAtOnceAndOnce() throws RefusedScenario {
    assertThat(sent("runs-on", 1.499)).isEqualTo(10);
    assertThat(sent("runs-on", 1.501)).isEqualTo(11);
    assertThat(sent("runs-on", 1.599)).isEqualTo(11);
    assertThat(sent("runs-on", 1.601)).isEqualTo(12);
  }

  /**
   * 450 ms are more than the least time-out of 200 ms, but while the machine is halted none comes:
   * 200 MB at 941.5 Mb/s take 1.7 s, and the pause.
   */
  @Test
  void aConnectionDoesNotTimeOutInThePause() throws RefusedScenario {
    for (String clock : List.of("stands-still", "runs-on")) {
      Map<String, Double> metrics =
          run(clock, 5, "{ type: transfer, level: packets, from: web, to: client, size: 200 MB }");
      assertThat(metrics).containsEntry("load.completed", 1.0).containsEntry("load.timeouts", 0.0);
      assertThat(metrics.get("load.last-completion") / 1e9)
          .isCloseTo(1.6e9 / (1e9 * 1448 / 1538) + 0.45, within(0.03));
    }
  }
}
