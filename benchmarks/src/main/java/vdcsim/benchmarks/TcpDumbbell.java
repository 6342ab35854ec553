package vdcsim.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vdcsim.hardware.ethernet.Cabling;
import vdcsim.hardware.ethernet.LinkSpec;
import vdcsim.hardware.host.Host;
import vdcsim.hardware.host.HostSpec;
import vdcsim.hardware.host.NicSpec;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.quantity.DataRate;
import vdcsim.kernel.quantity.DataSize;
import vdcsim.kernel.quantity.Ratio;
import vdcsim.kernel.result.Measurement;
import vdcsim.kernel.world.Wiring;
import vdcsim.kernel.world.World;
import vdcsim.network.router.Router;
import vdcsim.network.router.RouterInterfaceSpec;
import vdcsim.network.router.RouterSpec;
import vdcsim.network.stack.IpSpec;
import vdcsim.network.stack.Stacks;
import vdcsim.network.stack.StaticRouteSpec;
import vdcsim.network.tcp.congestion.Algorithm;
import vdcsim.network.tcpstream.TcpStream;
import vdcsim.network.tcpstream.TcpStreamSpec;

/**
 * Bulk TCP through a dumbbell: four senders, two routers, four receivers, a bottleneck of 1 Gbps
 * with 10 ms each way. {@code src/main/cpp/tcp-dumbbell.cc} is the same for ns-3. Prints segments a
 * second of CPU time and bytes allocated a segment.
 */
public final class TcpDumbbell {
  private static final int PAIRS = 4;
  private static final int QUEUE = 1000;

  private final Simulation simulation = new Simulation(1, 0);
  private final World world = new World(simulation);
  private final List<Wiring> wirings = new ArrayList<>();

  private TcpDumbbell() {
    for (int i = 1; i <= PAIRS; i++) {
      host("s" + i, "10.1." + i + ".1/24", "10.1." + i + ".254");
      host("d" + i, "10.2." + i + ".1/24", "10.2." + i + ".254");
    }
    router("r1", 1, "10.0.0.1/24", "10.2.0.0/16", "10.0.0.2");
    router("r2", 2, "10.0.0.2/24", "10.1.0.0/16", "10.0.0.1");
    for (int i = 1; i <= PAIRS; i++) {
      link("s" + i + " -- r1.eth" + i, 10, Duration.ZERO);
      link("r2.eth" + i + " -- d" + i, 10, Duration.ZERO);
      wirings.add(TcpStream.make("f" + i, stream(i), world));
    }
    link("r1.eth0 -- r2.eth0", 1, Duration.ofMillis(10));
    wirings.forEach(Wiring::connect);
  }

  private void host(String name, String address, String gateway) {
    new Host(
        name, new HostSpec(Map.of("eth0", new NicSpec(DataRate.ofGigabits(10), QUEUE))), world);
    wirings.add(
        Stacks.addresses(
            name,
            new IpSpec(Optional.of(address), Map.of(), Optional.of(gateway), List.of(), false),
            world));
  }

  private void router(String name, int side, String between, String to, String via) {
    Map<String, RouterInterfaceSpec> interfaces = new TreeMap<>();
    interfaces.put("eth0", new RouterInterfaceSpec(between));
    for (int i = 1; i <= PAIRS; i++) {
      interfaces.put("eth" + i, new RouterInterfaceSpec("10." + side + "." + i + ".254/24"));
    }
    StaticRouteSpec route = new StaticRouteSpec(to, List.of(via), Optional.empty(), false, 1);
    wirings.add(
        Router.make(
            name, new RouterSpec(interfaces, List.of(), List.of(route), true, QUEUE, 1500), world));
  }

  private void link(String link, int gigabits, Duration delay) {
    wirings.add(
        0,
        Cabling.lay(
            link,
            new LinkSpec(link, Optional.of(DataRate.ofGigabits(gigabits)), delay, new Ratio(0)),
            world));
  }

  private static TcpStreamSpec stream(int number) {
    return new TcpStreamSpec(
        "s" + number,
        "d" + number,
        Duration.ofMillis(3L * number),
        Optional.empty(),
        Optional.empty(),
        1,
        Algorithm.CUBIC,
        false,
        true,
        Optional.empty(),
        new DataSize(16L << 20),
        Optional.empty());
  }

  private double sum(String metric) {
    return simulation.metrics().read().stream()
        .filter(m -> m.metric().endsWith(metric))
        .mapToDouble(TcpDumbbell::value)
        .sum();
  }

  private static double value(Measurement measurement) {
    return measurement.statistic("value").orElse(0);
  }

  /** Runs so many simulated seconds, 10 unless an argument says another number. */
  public static void main(String[] arguments) {
    long seconds = arguments.length > 0 ? Long.parseLong(arguments[0]) : 10;
    new TcpDumbbell().simulation.run(3_000_000_000L);
    TcpDumbbell dumbbell = new TcpDumbbell();
    java.lang.management.ThreadMXBean threads =
        java.lang.management.ManagementFactory.getThreadMXBean();
    com.sun.management.ThreadMXBean allocation = (com.sun.management.ThreadMXBean) threads;
    long thread = Thread.currentThread().getId();
    long cpuNs = threads.getCurrentThreadCpuTime();
    long allocated = allocation.getThreadAllocatedBytes(thread);
    dumbbell.simulation.run(seconds * 1_000_000_000L);
    double cpuS = (threads.getCurrentThreadCpuTime() - cpuNs) / 1e9;
    double segments = dumbbell.sum(".tcp-sent");
    System.out.printf(
        Locale.ROOT,
        "%.0f segments, %.2f s of CPU time, %.0f segments/s, %.0f B allocated a segment,"
            + " %.2f M events/s, goodput %.1f Mbit/s%n",
        segments,
        cpuS,
        segments / cpuS,
        (allocation.getThreadAllocatedBytes(thread) - allocated) / segments,
        dumbbell.simulation.events() / cpuS / 1e6,
        dumbbell.sum(".goodput") / 1e6);
  }
}
