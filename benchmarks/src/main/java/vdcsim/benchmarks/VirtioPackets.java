package vdcsim.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import vdcsim.kernel.Simulation;
import vdcsim.scenario.command.Vdcsim;
import vdcsim.scenario.language.Scenario;
import vdcsim.scenario.language.ScenarioReader;

/**
 * Frames of 1538 bytes at 10 Gb/s out of a guest with virtio and vhost, over a bridge and a cable.
 * Prints the packets of data that arrive in a second of wall time, and the heap in use, for each
 * quarter of the run. Arguments: {@code tcp} or {@code udp}, simulated milliseconds (2000).
 */
public final class VirtioPackets {
  private static final int PARTS = 4;
  private static final int TCP_DATA = 1448;
  private static final int UDP_DATA = 1472;

  private VirtioPackets() {}

  /** Runs one and prints what it took. */
  public static void main(String[] arguments) throws Exception {
    boolean udp = arguments.length > 0 && arguments[0].equals("udp");
    int milliseconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2000;
    Simulation simulation = build(udp, milliseconds);
    long before = 0;
    for (int part = 1; part <= PARTS; part++) {
      long startNs = System.nanoTime();
      simulation.run(1_000_000L * milliseconds * part / PARTS);
      double seconds = (System.nanoTime() - startNs) / 1e9;
      long bytes = received(simulation);
      double packets = (double) (bytes - before) / (udp ? UDP_DATA : TCP_DATA);
      before = bytes;
      print(packets, seconds, simulation.events());
    }
  }

  private static Simulation build(boolean udp, int milliseconds) throws Exception {
    String rate = udp ? ", rate: 9.56 Gbps, size: 1472 B" : "";
    String text =
        String.format(
            Locale.ROOT,
            """
            name: virtio-packets
            about: A guest sends at the rate of the line.
            duration: %d ms
            hosts:
              server:
                cpu: { cores: 8, clock: 8 GHz }
                nics: { eth0: 10 Gbps }
                hypervisor: 16 GiB
                bridges: { br0: eth0 }
              client: { cpu: { cores: 8, clock: 8 GHz }, nics: { eth0: 10 Gbps } }
            links: [ server.eth0 -- client.eth0 ]
            vms:
              web: { on: server, vcpus: 2, memory: 4 GiB, nics: { eth0: { model: vhost } } }
            workloads:
              s: { type: %s-stream, from: web, to: client%s }
            """,
            milliseconds,
            udp ? "udp" : "tcp",
            rate);
    Scenario scenario =
        new ScenarioReader(Vdcsim.language())
            .read("virtio.yaml", text.getBytes(StandardCharsets.UTF_8), List.of());
    Simulation simulation = new Simulation(1, 0);
    scenario.builder().build(0, simulation);
    return simulation;
  }

  private static void print(double packets, double seconds, long events) {
    Runtime runtime = Runtime.getRuntime();
    System.out.printf(
        Locale.ROOT,
        "%.0f packets in %.2f s: %.0f a second; heap %d MB, %d events%n",
        packets,
        seconds,
        packets / seconds,
        (runtime.totalMemory() - runtime.freeMemory()) >> 20,
        events);
  }

  private static long received(Simulation simulation) {
    return Math.round(
        simulation.metrics().read().stream()
            .filter(m -> m.metric().equals("s.received-bytes"))
            .mapToDouble(m -> m.statistic("value").orElse(0))
            .sum());
  }
}
