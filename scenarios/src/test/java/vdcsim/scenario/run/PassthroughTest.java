package vdcsim.scenario.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vdcsim.scenario.language.problem.RefusedScenario;

/** A card of a host that a machine has: who may have one, and what it costs. */
class PassthroughTest {
  private final Map<String, Double> metrics = new TreeMap<>();
  private String why = "";

  private void run(String text, double seconds) throws RefusedScenario {
    ScenarioRun run = ScenarioRun.of("name: test\nduration: 1 s\n" + text, seconds);
    metrics.putAll(run.metrics());
    assertThat(run.simulation().conservation().violations()).isEmpty();
    why = run.why();
  }

  /** One machine with a card, to which a client sends 1000 datagrams in 100 ms. */
  private static String one(String iommu, String card) {
    return """
    hosts:
      c1: { ip: 10.0.0.1/24 }
      h1:
        cpu: { cores: 2, clock: 3 GHz }
        hypervisor: 4 GiB
        nics: { eth0: 1 Gbps, eth1: 1 Gbps }
        nic-hardware: { eth1: { virtual-functions: %d } }
    %s
    links: [ c1 -- h1.eth1 ]
    vms:
      web: { on: h1, memory: 64 MiB, cpu: {}, nics: { eth0: { %s } }, ip: 10.0.0.2/24 }
    workloads:
      s: { type: udp-stream, from: c1, to: web, rate: 117.76 Mbps, size: 1472 B, for: 100 ms }
    """
        .formatted(card.contains("sriov") ? 2 : 0, iommu, card);
  }

  private static String passed(String iommu) {
    return one(iommu, "model: passthrough, attach: eth1");
  }

  private double value(String metric) {
    return metrics.get(metric);
  }

  @Test
  void everyInterruptIsTwoExitsWhereItIsInterceptedAndNoneWhereItIsPosted() throws Exception {
    run(passed("    iommu: {}"), 0.2);
    double interrupts = value("web.eth0.rx0.interrupts");
    assertThat(interrupts).isGreaterThan(900);
    assertThat(value("h1.iommu.interrupts-remapped")).isEqualTo(interrupts);
    assertThat(value("web.eth0.io-exits-by.interrupt")).isEqualTo(interrupts);
    assertThat(value("web.eth0.io-exits-by.eoi")).isEqualTo(interrupts);
    // kvm.txt: 1195 cycles to enter and 1402 to end.
    assertThat(value("web.eth0.io-exit-cycles")).isEqualTo(interrupts * 2597);

    run(passed("    iommu: { posted-interrupts: true }"), 0.2);
    assertThat(value("web.eth0.rx0.interrupts")).isCloseTo(interrupts, within(10.0));
    assertThat(value("web.eth0.io-exits")).isZero();
    assertThat(value("h1.iommu.interrupts-posted")).isEqualTo(value("web.eth0.rx0.interrupts"));
    double posted =
        value("web.eth0.posted-running")
            + value("web.eth0.posted-halted")
            + value("web.eth0.posted-waiting");
    assertThat(posted).isEqualTo(value("h1.iommu.interrupts-posted"));
    // It has nothing to do between two datagrams.
    assertThat(value("web.eth0.posted-halted")).isGreaterThan(900);
  }

  @Test
  void twoBuffersAreOnAPageSoThatEverySecondFrameMissesIn64Entries() throws Exception {
    run(passed("    iommu: {}"), 0.2);
    double frames = value("web.eth0.rx0.received");
    assertThat(value("h1.iommu.iotlb-misses")).isCloseTo(frames / 2, within(3.0));
    assertThat(value("h1.iommu.walk-references"))
        .isEqualTo(2 * value("h1.iommu.context-misses") + 4 * value("h1.iommu.iotlb-misses"));

    run(passed("    iommu: { page-size: large }"), 0.2);
    // Buffers of 1 MiB each way lie in one page of 2 MiB, or in two.
    assertThat(value("h1.iommu.iotlb-misses")).isBetween(1.0, 2.0);
    run(passed("    iommu: { iotlb: 512 }"), 0.2);
    assertThat(value("h1.iommu.iotlb-misses"))
        .as("256 pages, and one of the ring that sends")
        .isBetween(256.0, 258.0);
  }

  @Test
  void aVirtualFunctionGoesThroughTheUnitToo() throws Exception {
    run(one("    iommu: {}", "model: sriov, attach: eth1"), 0.2);
    double frames = value("web.eth0.rx0.received");
    assertThat(frames).isGreaterThan(900);
    assertThat(value("h1.iommu.requests")).isGreaterThanOrEqualTo(frames);
    assertThat(value("h1.iommu.interrupts-remapped")).isEqualTo(value("web.eth0.rx0.interrupts"));
    metrics.clear();
    run(one("", "model: sriov, attach: eth1"), 0.2);
    assertThat(metrics).doesNotContainKey("h1.iommu.requests").containsKey("web.eth0.io-exits");
  }

  @Test
  void aMachineWithACardIsNotMoved() throws Exception {
    run(
        passed("    iommu: {}")
                .replace(
                    "hosts:\n", "hosts:\n  h2: { hypervisor: 4 GiB, nics: { eth0: 1 Gbps } }\n")
                .replace("links: [", "links: [ h1.eth0 -- h2.eth0,")
            + "events:\n  - { at: 10 ms, migrate: { vm: web, to: h2 } }\n",
        0.2);
    assertThat(metrics).containsEntry("web.migration.failed", 1.0);
    assertThat(why)
        .isEqualTo(
            "card 'eth0' is a device that the guest holds itself, and has a state that cannot be"
                + " moved");
    assertThat(value("s.received")).isEqualTo(value("s.sent"));
  }
}
