package vdcsim.scenario.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vdcsim.scenario.language.problem.RefusedScenario;

/** What becomes of a machine's address when it moves: it goes on there, or is not let go. */
class MovingAddressTest {
  private static final String HOST =
      "{ nics: { eth0: 1 Gbps }, bridges: { br0: eth0 }, hypervisor: 1 GiB }";
  private static final String VM =
      """
      vms:
        web: { on: h1, memory: 4 MiB, nics: { eth0: { attach: br0 } } }
      """;

  private final Map<String, Double> metrics = new TreeMap<>();
  private String why = "";

  private void run(String text, double seconds) throws RefusedScenario {
    ScenarioRun run = ScenarioRun.of("name: test\nduration: 20 s\n" + text, seconds);
    metrics.putAll(run.metrics());
    why = run.why();
  }

  private void refused(String reason) {
    assertThat(metrics).containsEntry("web.migration.failed", 1.0);
    assertThat(why).isEqualTo(reason);
    // It runs on at its source, and answers.
    assertThat(metrics.get("probe.received")).isEqualTo(metrics.get("probe.sent"));
  }

  private static String probe(String from) {
    return """
    workloads:
      probe: { type: ping, from: %s, to: web, every: 10 ms, count: 250 }
    events:
      - { at: 1 s, migrate: { vm: web, to: h2, engine: stop-and-copy, activation: 500 ms } }
    """
        .formatted(from);
  }

  @Test
  void aHostWithoutABridgeOfThatNameIsRefused() throws RefusedScenario {
    run(
        """
        hosts:
          h1: %s
          h2: { nics: { eth0: 1 Gbps }, bridges: { br1: eth0 }, hypervisor: 1 GiB }
          client: {}
        switches: { s1: {} }
        links: [ h1.eth0 -- s1, h2.eth0 -- s1, client -- s1 ]
        """
                .formatted(HOST)
            + VM
            + probe("client"),
        5);
    refused("'h2' has no bridge 'br0' for card 'eth0'");
  }

  private static String behindTrunk(String vlan, String trunk) {
    return """
    hosts:
      "h[1..2]": %s
      client: {}
    switches:
      s1: { vlans: { ports: { p1: 10, p3: 10, p2: { trunk: [%s] } } } }
      s2: { vlans: { ports: { p1: %s, p2: { trunk: [10, 20] } } } }
    links: [ h1.eth0 -- s1.p1, client -- s1.p3, h2.eth0 -- s2.p1, s1.p2 -- s2.p2 ]
    """
            .formatted(HOST, trunk, vlan)
        + VM
        + probe("client");
  }

  @Test
  void aBridgeInAnotherVlanIsRefused() throws RefusedScenario {
    run(behindTrunk("20", "10, 20"), 5);
    refused(
        "the address of card 'eth0' cannot move: bridge 'h2.br0' is in another VLAN than 'h1.br0'");
  }

  @Test
  void aTrunkThatDoesNotCarryTheVlanIsRefused() throws RefusedScenario {
    run(behindTrunk("10", "20"), 5);
    refused(
        "the address of card 'eth0' cannot move: bridge 'h2.br0' is in another VLAN than 'h1.br0'");
  }

  @Test
  void aTrunkThatCarriesTheVlanLetsTheAddressMove() throws RefusedScenario {
    run(behindTrunk("10", "10, 20"), 5);
    assertThat(metrics).containsEntry("web.migration.completed", 1.0);
  }

  @Test
  void aRouterBetweenTheBridgesIsRefused() throws RefusedScenario {
    run(
        """
        hosts:
          h1: { nics: { eth0: 1 Gbps }, bridges: { br0: eth0 }, hypervisor: 1 GiB, ip: { address: 10.1.0.1/24, gateway: 10.1.0.254 } }
          h2: { nics: { eth0: 1 Gbps }, bridges: { br0: eth0 }, hypervisor: 1 GiB, ip: { address: 10.2.0.1/24, gateway: 10.2.0.254 } }
          client: { ip: { address: 10.1.0.3/24, gateway: 10.1.0.254 } }
        routers:
          r1: { interfaces: { eth0: 10.1.0.254/24, eth1: 10.2.0.254/24 } }
        switches: { s1: {} }
        links: [ h1.eth0 -- s1, client -- s1, r1.eth0 -- s1, r1.eth1 -- h2.eth0 ]
        vms:
          web: { on: h1, memory: 4 MiB, nics: { eth0: { attach: br0 } }, ip: 10.1.0.2/24 }
        """
            + probe("client"),
        5);
    refused(
        "the address of card 'eth0' cannot move: bridge 'h2.br0' is on another network than"
            + " 'h1.br0'");
  }

  @Test
  void aVirtualFunctionIsRefused() throws RefusedScenario {
    run(
        """
        hosts:
          "h[1..2]": { nics: { eth0: 1 Gbps }, hypervisor: 1 GiB, nic-hardware: { eth0: { virtual-functions: 2 } } }
          client: { nics: { eth0: 1 Gbps } }
        switches: { s1: {} }
        links: [ h1.eth0 -- s1, h2.eth0 -- s1, client.eth0 -- s1 ]
        vms:
          web: { on: h1, memory: 4 MiB, nics: { eth0: { model: sriov, attach: eth0 } } }
        """
            + probe("client").replace("every:", "start: 500 ms, every:"),
        5);
    refused(
        "card 'eth0' is a device that the guest holds itself, and has a state that cannot be"
            + " moved");
  }

  private static String oneSwitch() {
    return """
    hosts:
      "h[1..2]": %s
      client: { nics: { eth0: 1 Gbps } }
    switches: { s1: {} }
    links: [ h1.eth0 -- s1, h2.eth0 -- s1, client.eth0 -- s1 ]
    """
            .formatted(HOST)
        + VM;
  }

  @Test
  void whatAsksWhileTheMachineStandsStillIsLostAndTheGapIsTheDowntime() throws RefusedScenario {
    run(oneSwitch() + probe("client"), 5);
    double downtimeMs = metrics.get("web.migration.downtime") / 1e6;
    // 4 MiB of zeros take next to nothing; the rest is activation.
    assertThat(downtimeMs).isBetween(500.0, 540.0);
    // One request every 10 ms, from the pause at 1 s on, is lost at the old host.
    assertThat(metrics.get("web.migration.frames-lost")).isCloseTo(downtimeMs / 10, within(1.0));
    assertThat(metrics.get("probe.sent") - metrics.get("probe.received"))
        .isEqualTo(metrics.get("web.migration.frames-lost"));
    // It hears the first request that is sent after it went on.
    assertThat(metrics.get("web.migration.network-gap") / 1e6)
        .isBetween(downtimeMs, downtimeMs + 10.1);
  }

  @Test
  void aConnectionOfTcpSurvives() throws RefusedScenario {
    run(
        oneSwitch()
            + """
            workloads:
              load: { type: transfer, level: packets, from: web, to: client, size: 200 MB }
            events:
              - { at: 1 s, migrate: { vm: web, to: h2, engine: stop-and-copy, activation: 500 ms } }
            """,
        10);
    assertThat(metrics).containsEntry("web.migration.completed", 1.0);
    assertThat(metrics).containsEntry("load.completed", 1.0);
    assertThat(metrics.get("load.delivered-bytes")).isEqualTo(200e6);
  }

  @Test
  void aFlowFromTheMachineStandsStillWithItAndGoesOnAfterTwoMilliseconds() throws RefusedScenario {
    run(
        oneSwitch()
            + """
            workloads:
              load: { type: transfer, from: web, to: client, size: 1 GB }
            events:
              - { at: 1 s, migrate: { vm: web, to: h2, engine: stop-and-copy, activation: 500 ms } }
            """,
        20);
    double stoodStill = metrics.get("web.migration.downtime") / 1e9;
    assertThat(metrics).containsEntry("load.completed", 1.0).containsEntry("load.stalls", 0.0);
    // 1 GB at 941.482 Mb/s, and the pause, and the probe 2 ms after it.
    assertThat(metrics.get("load.last-completion") / 1e9)
        .isCloseTo(8e9 / (1e9 * 1448 / 1538) + stoodStill + 0.002, within(0.002));
  }
}
