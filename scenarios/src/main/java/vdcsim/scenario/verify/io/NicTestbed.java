package vdcsim.scenario.verify.io;

import java.util.List;

/** The machines on which network cards were measured, as scenarios. */
final class NicTestbed {
  /** Dong et al., HPCA 2010: Xeon 5500 at 2.8 GHz with 16 threads, ports of an 82576. */
  private static final String DONG =
      """
      types:
        client: { nics: { eth0: { rate: 1 Gbps, queue: 40 } } }
        server:
          cpu: { sockets: 2, cores: 8, clock: 2.8 GHz, scheduler: credit }
          hypervisor: 64 GiB
          nics: { "eth[0..9]": 1 Gbps }
          nic-hardware: { "eth[0..9]": { virtual-functions: 7, outstanding: 1, pcie: { generation: 1, lanes: 4 } } }
        guest:
          memory: 512 MiB
          cpu: {}
          nics: { eth0: { model: sriov, rate: 1 Gbps, sriov: { platform: %s, moderation: %s } } }
      """;

  private static final String HVM = "xen-hvm-accelerated";

  private NicTestbed() {}

  private static String head(String id, String duration) {
    return "name: %s\nabout: A published figure.\nwarm-up: 10 ms\nduration: %s\n"
        .formatted(id, duration);
  }

  /**
   * Hosts with ten ports that so many machines share, the clock of each ticking 1000 times a
   * second. Machine 7 of the host with 60 receives the stream {@code s60007}.
   */
  static String ports(String id, String platform, List<Integer> sizes) {
    StringBuilder hosts = new StringBuilder("hosts:\n");
    StringBuilder links = new StringBuilder("links:\n");
    StringBuilder vms = new StringBuilder("vms:\n");
    StringBuilder loads = new StringBuilder("workloads:\n");
    for (int size : sizes) {
      hosts.append("  h%d: { like: server }\n".formatted(size));
      hosts.append(
          "  c%1$dx[0..9]: { like: client, ip: \"10.%1$d.[0..9].1/24\" }\n".formatted(size));
      links.append("  - c%1$dx[0..9] -- h%1$d.eth[0..9]\n".formatted(size));
      for (int from = 0; from < size; from += 10) {
        machines(size, from, vms, loads);
      }
    }
    return head(id, "30 ms")
        + DONG.formatted(platform, "{ rate: 2 kHz }")
        + hosts
        + links
        + vms
        + loads;
  }

  private static void machines(int size, int from, StringBuilder vms, StringBuilder loads) {
    String range = "[%d..%d]".formatted(1000 * size + from, 1000 * size + from + 9);
    vms.append("  m%s: { like: guest, on: h%d, nics: { eth0: { attach: ".formatted(range, size))
        .append("\"eth[0..9]\" } }, ip: \"10.%d.[0..9].%d/24\" }\n".formatted(size, 2 + from / 10));
    loads
        .append("  s%1$s: { to: \"m%1$s\", from: \"c%2$dx[0..9]\", ".formatted(range, size))
        .append("type: udp-stream, size: 1472 B, rate: %d Mbps, ".formatted(9600 / size))
        .append("start: %d us }\n".formatted(20 * from))
        .append("  t%1$s: { on: \"m%1$s\", type: cpu-requests, cpu: 6.5 us, ".formatted(range))
        .append("every: 1 ms, jitter: 900 us }\n");
  }

  /** One machine behind one port. */
  static String one(String id, String platform, String rate, String load) {
    return head(id, "80 ms")
        + DONG.formatted(platform, "{ rate: %s }".formatted(rate))
        + """
        hosts:
          h1: { like: server }
          c0: { like: client, ip: 10.1.0.1/24 }
        links: [ c0 -- h1.eth0 ]
        vms:
          m0: { like: guest, on: h1, nics: { eth0: { attach: eth0 } }, ip: 10.1.0.2/24 }
        workloads:
          f: { from: c0, to: m0, %s }
        """
            .formatted(load);
  }

  /**
   * Two machines, each behind a port of its own, with different rates of interrupts. Their Linux is
   * that of 2007, which takes each segment for a packet: GRO came with 2.6.29.
   */
  static String rates(String id, String load, String first, String second) {
    return head(id, "80 ms")
        + DONG.formatted(HVM, "{ rate: 8 kHz }")
        + """
        hosts:
          h1: { like: server }
          c[0..1]: { nics: { eth0: 1 Gbps }, ip: "10.[1..2].0.1/24" }
        links: [ "c[0..1] -- h1.eth[0..1]" ]
        vms:
          m0: { like: guest, on: h1, packet-costs: { offload: false }, nics: { eth0: { attach: eth0, sriov: { moderation: { rate: %2$s } } } }, ip: 10.1.0.2/24 }
          m1: { like: guest, on: h1, packet-costs: { offload: false }, nics: { eth0: { attach: eth1, sriov: { moderation: { rate: %3$s } } } }, ip: 10.2.0.2/24 }
        workloads:
          f0: { from: c0, to: m0, %1$s }
          f1: { from: c1, to: m1, %1$s }
        """
            .formatted(load, first, second);
  }

  /** Two machines behind one port. */
  static String pair(String id) {
    return head(id, "20 ms")
        + DONG.formatted(HVM, "{ rate: 8 kHz }")
        + """
        hosts:
          h1: { like: server }
          c0: { like: client }
        links: [ c0 -- h1.eth0 ]
        vms:
          m[0..1]: { like: guest, vcpus: 2, on: h1, nics: { eth0: { attach: eth0, rate: 10 Gbps } }, ip: "10.1.0.[2..3]/24" }
        workloads:
          f: { type: udp-stream, from: m0, to: m1, rate: 6 Gbps, size: 1472 B }
        """;
  }

  /** Machines behind a card of 10 Gb/s that sorts into so many queues. */
  static String sorted(String id, int machines, int queues, int mtu, String clock) {
    return head(id, "15 ms")
        + """
        hosts:
          c1: { nics: { eth0: { rate: 10 Gbps, queue: 100, mtu: %1$d } }, ip: 10.0.0.1/24 }
          h1:
            cpu: { sockets: 2, cores: 8, clock: %2$s }
            hypervisor: 64 GiB
            nics: { eth0: { rate: 10 Gbps, mtu: %1$d } }
            nic-hardware: { eth0: { vmdq: %3$d, moderation: { rate: 8 kHz } } }
        links: [ c1 -- h1 ]
        vms:
          v[1..%4$d]:
            on: h1
            memory: 512 MiB
            ip: "10.0.0.[2..%5$d]/24"
            nics: { eth0: { model: vmdq, attach: eth0, rate: 10 Gbps, mtu: %1$d } }
        workloads:
          s[1..%4$d]: { type: udp-stream, from: c1, to: "v[1..%4$d]", rate: %6$d Mbps, size: %7$d B, pattern: poisson }
        """
            .formatted(mtu, clock, queues, machines, machines + 1, 10_000 / machines, mtu - 28);
  }
}
