package vdcsim.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import vdcsim.kernel.Simulation;
import vdcsim.scenario.command.Vdcsim;
import vdcsim.scenario.language.Scenario;
import vdcsim.scenario.language.ScenarioReader;

/**
 * Frames of 1538 bytes at 10 Gb/s out of a guest with virtio and vhost, over a bridge and a cable.
 * Prints for each quarter of the run, for all of them, and for all with the start of the program:
 * the packets of data that arrive in a second of wall time, of CPU time of all threads (compiling
 * included), and of that of the thread that simulates; the bytes that a packet allocates; the heap
 * in use. Arguments: {@code tcp} or {@code udp}, simulated milliseconds (2000).
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
    int data = udp ? UDP_DATA : TCP_DATA;
    Moment begun = new Moment(ManagementFactory.getRuntimeMXBean().getStartTime(), 0, 0, 0, 0);
    Moment built = Moment.now(0);
    Moment before = built;
    for (int part = 1; part <= PARTS; part++) {
      simulation.run(1_000_000L * milliseconds * part / PARTS);
      Moment after = Moment.now(received(simulation) / data);
      print("quarter " + part, before, after, simulation.events());
      before = after;
    }
    print("all quarters", built, before, simulation.events());
    print("with the start", begun, before, simulation.events());
    System.out.printf(Locale.ROOT, "digest %016x%n", simulation.digest());
  }

  /** What the program had taken and carried at an instant. */
  private record Moment(long wallMs, long cpuNs, long threadNs, long allocated, long packets) {
    static Moment now(long packets) {
      ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
      OperatingSystemMXBean system =
          (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
      return new Moment(
          System.currentTimeMillis(),
          system.getProcessCpuTime(),
          threads.getCurrentThreadCpuTime(),
          threads.getThreadAllocatedBytes(Thread.currentThread().getId()),
          packets);
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

  private static void print(String what, Moment from, Moment to, long events) {
    Runtime runtime = Runtime.getRuntime();
    double packets = to.packets - from.packets;
    System.out.printf(
        Locale.ROOT,
        "%s: %.0f packets; a second of wall time %.0f, of CPU time %.0f, of the thread's %.0f; "
            + "%.0f B a packet; heap %d MB, %d events%n",
        what,
        packets,
        packets / (to.wallMs - from.wallMs) * 1e3,
        packets / (to.cpuNs - from.cpuNs) * 1e9,
        packets / (to.threadNs - from.threadNs) * 1e9,
        (to.allocated - from.allocated) / packets,
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
