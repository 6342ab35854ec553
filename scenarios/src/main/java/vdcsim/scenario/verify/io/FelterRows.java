package vdcsim.scenario.verify.io;

import java.util.List;
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
  private static final String REQUESTS_TIME = "warm-up: 50 ms\nduration: 100 ms";

  /** A processor of the socket whose first one takes interrupts, and one of the other socket. */
  private static final int NEAR = 1;

  private static final int FAR = 8;

  @Override
  public Optional<Plan> plan(PublishedRow row) {
    String id = row.id();
    return switch (id) {
      case "felter-nuttcp-tx-native" -> stream(id, false, true);
      case "felter-nuttcp-rx-native" -> stream(id, false, false);
      case "felter-nuttcp-tx-kvm" -> stream(id, true, true);
      case "felter-nuttcp-rx-kvm" -> stream(id, true, false);
      case "felter-rr-tcp-native" -> plan(true, requests(id), run -> latency(run, "rr.latency"));
      case "felter-rr-tcp-kvm" -> plan(false, guests(id), FelterRows::ofGuests);
      case "felter-rr-udp-native" ->
          plan(false, overUdp(requests(id)), run -> latency(run, "rr.latency"));
      case "felter-rr-udp-kvm" -> plan(false, overUdp(guests(id)), FelterRows::ofGuests);
      case "felter-rr-kvm-extra" -> plan(false, guests(id), FelterRows::extra);
      default -> Optional.empty();
    };
  }

  private static Optional<Plan> plan(boolean input, String scenario, Plan.Figure figure) {
    return Optional.of(new Plan(Role.inputIf(input), scenario, figure));
  }

  private static double latency(Readings run, String metric) {
    return run.median(metric, "mean") / US;
  }

  /**
   * Which processor takes the card's interrupts of a connection, and which runs the guest, is
   * chance: as often of one socket as of two.
   */
  private static double ofGuests(Readings run) {
    return (latency(run, "near.latency") + latency(run, "far.latency")) / 2;
  }

  private static double extra(Readings run) {
    return ofGuests(run) - latency(run, "rr.latency");
  }

  private static Optional<Plan> stream(String id, boolean kvm, boolean sends) {
    String way = sends ? "from: %s, to: client" : "from: client, to: %s";
    String load = "  f: { type: tcp-stream, " + way.formatted(kvm ? "kvm" : "server") + " }\n";
    String scenario =
        testbed(id, kvm ? vm(STREAM_VCPUS) : "", "warm-up: 200 ms\nduration: 700 ms") + load;
    return plan(false, scenario, run -> run.median("f.goodput") / MEGA);
  }

  private static String request(String name, String from, String to) {
    return String.format(
        Locale.ROOT,
        "  %s: { type: request-response, from: %s, to: %s, request: 100 B, response: 200 B }%n",
        name,
        from,
        to);
  }

  private static String requests(String id) {
    return testbed(id, "", REQUESTS_TIME) + request("rr", "client", "server");
  }

  private static String overUdp(String scenario) {
    return scenario.replace("request: 100 B", "protocol: udp, request: 100 B");
  }

  /** Pairs of machines, so that none keeps the processors of another awake. */
  private static String guests(String id) {
    StringBuilder text = new StringBuilder(head(id, REQUESTS_TIME)).append(host("server", false));
    for (String name : List.of("client", "near-client", "far-client")) {
      text.append(host(name, false));
    }
    return text.append(host("near-server", true))
        .append(host("far-server", true))
        .append("links:\n  - server.eth0 -- client.eth0\n")
        .append("  - near-server.eth0 -- near-client.eth0\n")
        .append("  - far-server.eth0 -- far-client.eth0\n")
        .append("vms:\n")
        .append(guest("near-vm", "near-server", NEAR))
        .append(guest("far-vm", "far-server", FAR))
        .append("workloads:\n")
        .append(request("rr", "client", "server"))
        .append(request("near", "near-client", "near-vm"))
        .append(request("far", "far-client", "far-vm"))
        .toString();
  }

  /** One virtual processor, as their virsh.xml has it. */
  private static String guest(String name, String on, int cpu) {
    return String.format(
        Locale.ROOT,
        "  %s: { on: %s, memory: 4 GiB, cpu: { pin: %d }, nics: { eth0: { model: vhost } } }%n",
        name,
        on,
        cpu);
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
   * An IBM x3650 M4 with two Xeon E5-2665, as for disks, and Linux 3.11, whose governor takes C1E
   * where sleeps are of 20 us or more in the mean of the last eight, as here.
   */
  private static String host(String name, boolean bridged) {
    return """
      %s:
        cpu:
          sockets: 2
          cores: 8
          clock: 3 GHz
          scheduler: cfs
          wake-at-interrupts: true
          idle-states: sandy-bridge-c1e
        nics: { eth0: 10 Gbps }
    %s
    """
        .formatted(name, bridged ? "    bridges: { br0: eth0 }\n    hypervisor: 16 GiB" : "")
        .replace("\n\n", "\n");
  }
}
