package vdcsim.scenario.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vdcsim.scenario.command.Vdcsim;
import vdcsim.scenario.language.ScenarioReader;
import vdcsim.scenario.verify.golden.GoldenCase;
import vdcsim.scenario.verify.measured.Readings;

/** QEMU's cards by what a byte costs its host: the order alone, as that is what was recorded. */
class NicModelsTest {
  private static final String WORLD =
      """
      name: cards
      duration: 500 ms
      hosts:
        h1:
          cpu: { cores: 4, clock: 2.5 GHz }
          nics: { eth0: 1 Gbps }
          bridges: { br0: eth0 }
          hypervisor: 8 GiB
          ip: 192.168.1.1/24
        beyond: { ip: 192.168.1.2/24 }
      links: [ h1.eth0 -- beyond ]
      vms:
        web: { on: h1, memory: 1 GiB, cpu: {}, nics: { eth0: { model: %s, attach: %s } }, ip: %s }
      workloads:
        bytes: { type: tcp-stream, from: web, to: beyond }
      """;

  private static final Map<String, String> MODELS =
      Map.of("virtio-net-pci", "virtio", "rtl8139", "rtl8139", "e1000", "e1000");
  private static final Map<String, String> BACKENDS = Map.of("tap", "br0", "user", "user");
  private static final Map<String, String> ADDRESSES =
      Map.of("tap", "192.168.1.3/24", "user", "{ address: 10.0.2.15/24, gateway: 10.0.2.2 }");

  /** Cases by the processor time that a byte takes, the cheapest first. */
  private static List<String> recorded() throws Exception {
    Map<Double, String> order = new TreeMap<>();
    for (GoldenCase one : GoldenCases.bundled()) {
      if (one.id().startsWith("NIC-") && MODELS.containsKey(one.fields().text("model"))) {
        double seconds =
            one.fields().object("measured").object("tx_qemu_cpu_s_per_gb").number("median");
        order.put(seconds, one.fields().text("model") + " " + one.fields().text("backend"));
      }
    }
    return List.copyOf(order.values());
  }

  private static List<String> simulated(List<String> cases) throws Exception {
    Map<Double, String> order = new TreeMap<>();
    for (String one : cases) {
      String[] card = one.split(" ");
      Readings run = new Readings();
      run.run(
          "cards",
          WORLD.formatted(MODELS.get(card[0]), BACKENDS.get(card[1]), ADDRESSES.get(card[1])),
          new ScenarioReader(Vdcsim.language()));
      double share = run.median("h1.cpu-utilization");
      order.put(share / run.median("bytes.received-bytes"), one);
    }
    return List.copyOf(order.values());
  }

  @Test
  void aByteThatIsSentCostsTheMoreInTheOrderThatWasRecorded() throws Exception {
    List<String> recorded = recorded();
    assertThat(recorded).hasSize(6);
    assertThat(simulated(recorded)).isEqualTo(recorded);
  }
}
