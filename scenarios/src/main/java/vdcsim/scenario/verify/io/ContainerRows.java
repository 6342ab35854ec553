package vdcsim.scenario.verify.io;

import java.util.Locale;
import java.util.Optional;
import vdcsim.scenario.verify.published.Plan;
import vdcsim.scenario.verify.published.PublishedRow;
import vdcsim.scenario.verify.published.Rows;

/**
 * The rows about a container behind Docker's bridge and address translation (Felter et al. 2014). A
 * machine with an ideal card stands for the container: its programs are tasks of the host, its card
 * is one end of a pair within the kernel, and has no interrupts.
 */
final class ContainerRows implements Rows {
  private static final double MEGA = 1e6;
  private static final int STREAM_CPUS = 4;
  private static final String REQUESTS =
      "type: request-response, request: 100 B, response: 200 B, from: ";

  @Override
  public Optional<Plan> plan(PublishedRow row) {
    String id = row.id();
    return switch (id) {
      case "felter-nuttcp-tx-docker-nat" -> goodput(id, "from: container, to: client");
      case "felter-nuttcp-rx-docker-nat" -> goodput(id, "from: client, to: container");
      case "felter-rr-nat-factor" ->
          Optional.of(
              Plan.prediction(
                  testbed(id, 1, "warm-up: 50 ms\nduration: 100 ms")
                      + "  nat: { %sclient, to: container, via: server, port: 8000 }%n"
                          .formatted(REQUESTS)
                      + "  native: { %sother, to: alone }%n".formatted(REQUESTS),
                  run -> run.median("nat.latency", "mean") / run.median("native.latency", "mean")));
      default -> Optional.empty();
    };
  }

  private static Optional<Plan> goodput(String id, String way) {
    String load = "  f: { type: tcp-stream, %s }%n".formatted(way);
    return Optional.of(
        Plan.prediction(
            testbed(id, STREAM_CPUS, "warm-up: 200 ms\nduration: 700 ms") + load,
            run -> run.median("f.goodput") / MEGA));
  }

  /** The client knows the way to containers, for streams into one; requests go to the host. */
  private static String testbed(String id, int cpus, String time) {
    return """
    name: %s
    about: A published figure, %s.
    %s
    types:
      machine:
        cpu: { sockets: 2, cores: 8, clock: 3 GHz, scheduler: cfs, wake-at-interrupts: true, idle-states: sandy-bridge-c1e }
        nics: { eth0: 10 Gbps }
    hosts:
      server:
        like: machine
        bridges: { docker0: {} }
        hypervisor: 16 GiB
        ip: { cards: { eth0: 10.1.0.1/24, docker0: 172.17.0.1/16 }, forward: true }
        nat:
          - { masquerade: 172.17.0.0/16, out: eth0 }
          - { publish: 8000, to: 172.17.0.2:8000 }
      client: { like: machine, ip: { address: 10.1.0.2/24, gateway: 10.1.0.1 } }
      alone: { like: machine, ip: 10.2.0.1/24 }
      other: { like: machine, ip: 10.2.0.2/24 }
    links: [ server.eth0 -- client.eth0, alone.eth0 -- other.eth0 ]
    vms:
      container:
        on: server
        vcpus: %d
        memory: 4 GiB
        cpu: {}
        packet-costs: { interrupt: 0 }
        nics: { eth0: { attach: docker0, rate: 35 Gbps } }
        ip: { address: 172.17.0.2/16, gateway: 172.17.0.1 }
    workloads:
    """
        .formatted(id.toLowerCase(Locale.ROOT), id, time, cpus);
  }
}
