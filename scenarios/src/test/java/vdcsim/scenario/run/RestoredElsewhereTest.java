package vdcsim.scenario.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import vdcsim.scenario.language.problem.RefusedScenario;

/** A saved machine that is to go on where its cards cannot be attached. */
class RestoredElsewhereTest {
  private static Map<String, Double> run(String nics, String restore) throws RefusedScenario {
    String text =
        """
        name: test
        duration: 10 s
        hosts:
          h1: { nics: { "eth[0..1]": 1 Gbps }, bridges: { br0: eth0 }, hypervisor: 1 GiB, nic-hardware: { eth1: { virtual-functions: 1 } } }
          h2: { nics: { eth0: 1 Gbps }, bridges: { br1: eth0 }, hypervisor: 1 GiB }
        links: [ h1.eth0 -- h2.eth0 ]
        vms:
          web: { on: h1, memory: 4 MiB, nics: { eth0: %s } }
        events:
          - { at: 1 s, save-vm: web }
          - { at: 3 s, restore-vm: %s }
        """
            .formatted(nics, restore);
    return ScenarioRun.of(text, 10).metrics();
  }

  @Test
  void itIsRefusedBeforeTheRunWhereItsBridgeIsMissing() {
    assertThatThrownBy(() -> run("{ attach: br0 }", "{ vm: web, on: h2 }"))
        .isInstanceOf(RefusedScenario.class)
        .hasMessageContaining(
            "'web' cannot be restored there: 'h2' has no bridge 'br0' for card 'eth0'");
  }

  @Test
  void withAVirtualFunctionItCannotEvenBeSaved() {
    assertThatThrownBy(() -> run("{ model: sriov, attach: eth1 }", "{ vm: web, on: h2 }"))
        .isInstanceOf(RefusedScenario.class)
        .hasMessageContaining(
            "'web' cannot be saved: its card 'eth0' is a device that it holds itself");
  }

  @Test
  void aCardThatIsAttachedToTheFirstBridgeFindsOneEverywhere() throws RefusedScenario {
    assertThat(run("{}", "{ vm: web, on: h2 }")).containsEntry("web.restores-refused", 0.0);
    assertThat(run("{ attach: br0 }", "web")).containsEntry("web.restores-refused", 0.0);
  }
}
