package vdcsim.scenario.verify.io;

import java.util.Locale;
import java.util.Optional;
import vdcsim.scenario.verify.measured.Readings;
import vdcsim.scenario.verify.published.Plan;
import vdcsim.scenario.verify.published.PublishedRow;
import vdcsim.scenario.verify.published.Role;
import vdcsim.scenario.verify.published.Rows;

/**
 * The rows about a machine at 10 Gb/s with and without a guest (Felter et al. 2014): nuttcp, and
 * netperf with requests of 100 and responses of 200 bytes.
 */
final class FelterRows implements Rows {
  private static final double MEGA = 1e6;
  private static final double US = 1e3;
  private static final int STREAM_VCPUS = 4;

  @Override
  public Optional<Plan> plan(PublishedRow row) {
    String id = row.id();
    return switch (id) {
      case "felter-nuttcp-tx-native" -> stream(id, false, true);
      case "felter-nuttcp-rx-native" -> stream(id, false, false);
      case "felter-nuttcp-tx-kvm" -> stream(id, true, true);
      case "felter-nuttcp-rx-kvm" -> stream(id, true, false);
      case "felter-rr-tcp-native" ->
          plan(true, requests(id, false), run -> latency(run, "rr.latency"));
      case "felter-rr-tcp-kvm" ->
          plan(false, requests(id, true), run -> latency(run, "rr.latency"));
      case "felter-rr-udp-native" ->
          plan(false, overUdp(requests(id, false)), run -> latency(run, "rr.latency"));
      case "felter-rr-udp-kvm" ->
          plan(false, overUdp(requests(id, true)), run -> latency(run, "rr.latency"));
      case "felter-rr-kvm-extra" -> plan(false, both(id), FelterRows::extra);
      default -> Optional.empty();
    };
  }

  private static Optional<Plan> plan(boolean input, String scenario, Plan.Figure figure) {
    return Optional.of(new Plan(Role.inputIf(input), scenario, figure));
  }

  private static double latency(Readings run, String metric) {
    return run.median(metric, "mean") / US;
  }

  private static double extra(Readings run) {
    return latency(run, "guest.latency") - latency(run, "native.latency");
  }

  private static Optional<Plan> stream(String id, boolean kvm, boolean sends) {
    String way = sends ? "from: %s, to: client" : "from: client, to: %s";
    String load = "  f: { type: tcp-stream, " + way.formatted(kvm ? "kvm" : "server") + " }\n";
    String scenario =
        testbed(id, kvm ? vm(STREAM_VCPUS) : "", "warm-up: 200 ms\nduration: 700 ms") + load;
    return plan(false, scenario, run -> run.median("f.goodput") / MEGA);
  }

  private static String request(String name, String to) {
    return String.format(
        Locale.ROOT,
        "  %s: { type: request-response, from: client, to: %s, request: 100 B, response: 200 B }%n",
        name,
        to);
  }

  private static String requests(String id, boolean kvm) {
    // One virtual processor: the program runs where the interrupt comes in, as without a guest.
    return testbed(id, kvm ? vm(1) : "", "warm-up: 50 ms\nduration: 100 ms")
        + request("rr", kvm ? "kvm" : "server");
  }

  private static String overUdp(String scenario) {
    return scenario.replace("request: 100 B", "protocol: udp, request: 100 B");
  }

  /** Two pairs of machines, so that neither keeps the processors of the other awake. */
  private static String both(String id) {
    return head(id, "warm-up: 50 ms\nduration: 100 ms")
        + host("server", true)
        + host("client", false)
        + host("alone", false)
        + host("other", false)
        + "links: [ server.eth0 -- client.eth0, alone.eth0 -- other.eth0 ]\n"
        + vm(1)
        + "workloads:\n"
        + request("guest", "kvm")
        + request("native", "alone").replace("from: client", "from: other");
  }

  private static String vm(int vcpus) {
    return """
    vms:
      kvm: { on: server, vcpus: %d, memory: 4 GiB, nics: { eth0: { model: vhost } } }
    """
        .formatted(vcpus);
  }

  private static String testbed(String id, String vms, String time) {
    return head(id, time)
        + host("server", !vms.isEmpty())
        + host("client", false)
        + "links: [ server.eth0 -- client.eth0 ]\n"
        + vms
        + "workloads:\n";
  }

  private static String head(String id, String time) {
    return """
    name: %s
    about: A published figure, %s.
    %s
    hosts:
    """
        .formatted(id.toLowerCase(Locale.ROOT), id, time);
  }

  /**
   * An IBM x3650 M4 with two Xeon E5-2665, as for disks; firmware that makes C1E of C1 is assumed.
   */
  private static String host(String name, boolean bridged) {
    return """
      %s:
        cpu: { sockets: 2, cores: 8, clock: 3 GHz, scheduler: cfs, idle-states: sandy-bridge-c1e }
        nics: { eth0: 10 Gbps }
    %s
    """
        .formatted(name, bridged ? "    bridges: { br0: eth0 }\n    hypervisor: 16 GiB" : "")
        .replace("\n\n", "\n");
  }
}
