package vdcsim.scenario.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.world.World;
import vdcsim.scenario.language.Scenario;

/** Holds captures against an independent reader, where it is installed. */
class TsharkTest {
  private static final String TREE_WITH_VLANS =
      """
      name: tshark
      duration: 60 s
      switches:
        s1: { address: '02:00:00:00:00:0a', spanning-tree: { protocol: %1$s, priority: 4096 },
              vlans: { ports: { p1: { trunk: [10, 20], native-vlan: 1 }, p2: 10 } } }
        s2: { address: '02:00:00:00:00:0b', spanning-tree: %1$s,
              vlans: { ports: { p1: { trunk: [10, 20], native-vlan: 1 }, p2: 10 } } }
      hosts: { h1: { ip: 10.0.0.1/24 }, h2: { ip: 10.0.0.2/24 } }
      links: [ s1.p1 -- s2.p1, h1 -- s1.p2, h2 -- s2.p2 ]
      workloads: { probe: { type: ping, from: h1, to: h2, count: 5, start: 40 s } }
      """;

  private static final String LEASE_BEHIND_A_RELAY =
      """
      name: tshark
      duration: 50 s
      hosts:
        srv:
          ip: { address: 10.0.0.2/24, gateway: 10.0.0.1 }
          dhcp-server:
            { networks: [ { pool: 10.1.0.100-10.1.0.199, network: 10.1.0.0/24 } ], lease: 80 s }
        h1: { ip: dhcp }
      routers:
        r1: { interfaces: { p1: 10.0.0.1/24, p2: 10.1.0.1/24 }, dhcp-relay: 10.0.0.2 }
      links: [ r1.p1 -- srv, r1.p2 -- h1 ]
      """;

  private static final String AREAS =
      """
      name: areas
      duration: 40 s
      routers:
        r1:
          interfaces: { p1: 10.0.1.1/24 }
          loopbacks: [10.255.0.1/32]
          ospf: { interfaces: { p1: { area: 0, type: point-to-point, hello: 1 s, dead: 4 s } }, default-originate: { always: true } }
        r2:
          interfaces: { p1: 10.0.1.2/24, p2: 10.0.2.1/24, p3: 10.0.4.1/24 }
          loopbacks: [10.255.0.2/32]
          ospf:
            areas: { 1: nssa }
            interfaces:
              p1: { area: 0, type: point-to-point, hello: 1 s, dead: 4 s }
              p2: { area: 1, hello: 1 s, dead: 4 s }
              p3: { area: 2, hello: 1 s, dead: 4 s }
        r3:
          interfaces: { p1: 10.0.2.2/24 }
          loopbacks: [10.255.0.3/32]
          routes: [ { to: 172.16.0.0/16, blackhole: true } ]
          ospf: { areas: { 1: nssa }, interfaces: { p1: { area: 1, hello: 1 s, dead: 4 s } }, redistribute: [static] }
        r4:
          interfaces: { p1: 10.0.4.2/24 }
          routes: [ { to: 172.17.0.0/16, blackhole: true } ]
          ospf: { interfaces: { p1: { area: 2, hello: 1 s, dead: 4 s } }, redistribute: [static] }
      links: [ r1.p1 -- r2.p1, r2.p2 -- r3.p1, r2.p3 -- r4.p1 ]
      """;

  /**
   * A home behind address translation: questions over UDP and TCP, refused, expired and unreachable
   * packets with the errors about them, fragments, and RIP beyond the gateway.
   */
  private static final String ROUTED =
      """
      name: tshark
      duration: 60 s
      hosts:
        a: { ip: { address: 192.168.1.11/24, gateway: 192.168.1.1 } }
        out: { ip: { address: 198.51.100.9/24, gateway: 198.51.100.1 }, listen: [ 80, 9000/udp ] }
      routers:
        gw:
          interfaces: { inside: 192.168.1.1/24, outside: 203.0.113.1/24 }
          nat: { rules: [ { masquerade: 192.168.1.0/24, out: outside } ] }
          rip: { version: 2 }
        far:
          interfaces: { near: 203.0.113.2/24, lan: 198.51.100.1/24 }
          rip: { version: 2 }
      links: [ a -- gw.inside, gw.outside -- far.near, far.lan -- out ]
      workloads:
        web: { type: connect, from: a, to: out, port: 80, start: 40 s }
        ask: { type: connect, from: a, to: out, port: 9000, protocol: udp, start: 41 s }
        closed: { type: connect, from: a, to: out, port: 99, protocol: udp, start: 42 s }
        refused: { type: connect, from: a, to: out, port: 81, start: 43 s }
        nowhere: { type: connect, from: a, to: 8.8.8.8, protocol: icmp, start: 44 s }
        nobody: { type: connect, from: a, to: 198.51.100.77, protocol: icmp, start: 45 s, timeout: 5 s }
        trace: { type: traceroute, from: a, to: out, start: 51 s }
      """;

  @TempDir Path folder;

  @BeforeEach
  void needsTshark() {
    String path = System.getenv().getOrDefault("PATH", "");
    assumeTrue(
        Stream.of(path.split(File.pathSeparator))
            .anyMatch(directory -> Files.isExecutable(Path.of(directory, "tshark"))),
        "tshark is not installed");
  }

  private Path capture(String protocol) throws Exception {
    return capture(TREE_WITH_VLANS.formatted(protocol), "s1.p1 -- s2.p1");
  }

  private Path capture(String text, String link) throws Exception {
    Scenario scenario = CaptureTest.scenario(text);
    World world = scenario.builder().build(0, new Simulation(scenario.seed(), 0));
    CaptureHead head =
        new CaptureHead("vdcsim 0.1.0", scenario.name(), scenario.sha256(), scenario.seed());
    try (Capture capture = Capture.attach(world, List.of(link), folder, head)) {
      world.simulation().run(scenario.duration().toNanos());
      assertThat(capture.finish()).isEmpty();
    }
    return folder.resolve(link.replace(" ", "") + ".pcapng");
  }

  /** What tshark prints of a capture. */
  private List<String> tshark(Path file, String... options) throws IOException {
    List<String> command = new ArrayList<>(List.of("tshark", "-n", "-r", file.toString()));
    command.addAll(List.of("-o", "ip.check_checksum:TRUE", "-o", "frame.generate_md5_hash:FALSE"));
    command.addAll(List.of("-o", "udp.check_checksum:TRUE", "-o", "tcp.check_checksum:TRUE"));
    command.addAll(Arrays.asList(options));
    Path output = folder.resolve("tshark.txt");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(output.toFile())
            .redirectError(folder.resolve("tshark.err").toFile())
            .start();
    process.onExit().join();
    assertThat(process.exitValue())
        .as(Files.readString(folder.resolve("tshark.err"), StandardCharsets.UTF_8))
        .isZero();
    return Files.readAllLines(output, StandardCharsets.UTF_8);
  }

  private List<String> fields(Path file, String filter, String... fields) throws IOException {
    List<String> options = new ArrayList<>(List.of("-Y", filter, "-T", "fields"));
    options.addAll(List.of("-E", "separator=,"));
    for (String field : fields) {
      options.addAll(List.of("-e", field));
    }
    return tshark(file, options.toArray(String[]::new));
  }

  private void assertClean(Path file) throws IOException {
    assertThat(tshark(file)).isNotEmpty();
    assertThat(tshark(file, "-Y", "_ws.malformed || _ws.short")).isEmpty();
    // A reset is worth a warning to tshark, and what a refused connection looks like.
    assertThat(tshark(file, "-Y", "_ws.expert.severity >= 6291456 && !(tcp.flags.reset == 1)"))
        .isEmpty();
    assertThat(
            tshark(
                file,
                "-Y",
                Stream.of("ip", "icmp", "udp", "tcp")
                    .map(protocol -> protocol + ".checksum.status == \"Bad\"")
                    .collect(Collectors.joining(" || "))))
        .isEmpty();
  }

  @Test
  void stpBpdusTagsArpAndPingsAreRead() throws Exception {
    Path file = capture("stp");
    assertClean(file);
    assertThat(fields(file, "stp.type == 0", "stp.root.hw", "stp.root.prio", "stp.max_age"))
        .isNotEmpty()
        .last()
        .isEqualTo("02:00:00:00:00:0a,4096,20");
    assertPings(file);
  }

  @Test
  void rapidBpdusAreRead() throws Exception {
    Path file = capture("rstp");
    assertClean(file);
    assertThat(fields(file, "stp.type == 2 && stp.flags.proposal == 1", "stp.version"))
        .isNotEmpty()
        .containsOnly("2");
    assertPings(file);
  }

  /** All five packets and the LSAs of types 1 to 5, and 7 behind a not-so-stubby area. */
  @Test
  void ospfIsRead() throws Exception {
    Path file = capture(AREAS, "r1.p1 -- r2.p1");
    assertClean(file);
    assertThat(fields(file, "ospf", "ospf.msg")).contains("1", "2", "3", "4", "5");
    List<String> types = fields(file, "ospf.msg == 4", "ospf.lsa");
    assertThat(String.join(",", types)).contains("1", "3", "4", "5");
    assertThat(fields(file, "ospf.msg == 1", "ip.dst", "ip.ttl", "ospf.hello.router_dead_interval"))
        .containsOnly("224.0.0.5,1,4");
    Path inside = capture(AREAS, "r2.p2 -- r3.p1");
    assertClean(inside);
    assertThat(String.join(",", fields(inside, "ospf.msg == 4", "ospf.lsa"))).contains("2", "7");
  }

  @Test
  void translatedConnectionsErrorsAndRoutesAreRead() throws Exception {
    Path file = capture(ROUTED, "gw.outside -- far.near");
    assertClean(file);
    assertThat(fields(file, "tcp.flags.syn == 1 && tcp.dstport == 80", "ip.src", "ip.dst"))
        .containsOnly("203.0.113.1,198.51.100.9");
    assertThat(fields(file, "udp.port == 9000 && !icmp", "udp.checksum.status")).containsOnly("1");
    assertThat(fields(file, "tcp && !icmp", "tcp.checksum.status")).isNotEmpty().containsOnly("1");
    assertThat(fields(file, "icmp.type == 3 && icmp.code == 3 && udp.dstport == 99", "ip.dst"))
        .containsExactly("203.0.113.1,198.51.100.9");
    assertThat(fields(file, "icmp.type == 3 && icmp.code == 1", "ip.src")).isNotEmpty();
    assertThat(fields(file, "rip.command == 2", "rip.version")).isNotEmpty().containsOnly("2");
  }

  @Test
  void behindTheGatewayTheInnerHostSeesItsOwnAddresses() throws Exception {
    Path file = capture(ROUTED, "a -- gw.inside");
    assertClean(file);
    assertThat(fields(file, "icmp.type == 3 && icmp.code == 3 && udp.dstport == 99", "ip.src"))
        .containsExactly("198.51.100.9,192.168.1.11");
    assertThat(fields(file, "icmp.type == 11", "ip.src")).isNotEmpty();
  }

  @Test
  void leasesAreReadOnBothSidesOfARelay() throws Exception {
    Path client = capture(LEASE_BEHIND_A_RELAY, "r1.p2 -- h1");
    assertClean(client);
    assertThat(fields(client, "dhcp", "dhcp.option.dhcp", "dhcp.ip.your", "ip.src", "udp.dstport"))
        .containsExactly(
            "1,0.0.0.0,0.0.0.0,67",
            "2,10.1.0.100,10.1.0.1,68",
            "3,0.0.0.0,0.0.0.0,67",
            "5,10.1.0.100,10.1.0.1,68",
            "3,0.0.0.0,10.1.0.100,67",
            "5,10.1.0.100,10.0.0.2,68");
    assertThat(
            fields(
                client,
                "dhcp.option.dhcp == 5",
                "dhcp.option.subnet_mask",
                "dhcp.option.router",
                "dhcp.option.ip_address_lease_time",
                "dhcp.option.renewal_time_value"))
        .containsOnly("255.255.255.0,10.1.0.1,80,40");
    Path server = capture(LEASE_BEHIND_A_RELAY, "r1.p1 -- srv");
    assertClean(server);
    assertThat(
            fields(
                server, "dhcp.option.dhcp == 1", "dhcp.hops", "dhcp.ip.relay", "dhcp.hw.mac_addr"))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("1,10.1.0.1,02:00:00:00:00:0");
    assertThat(fields(server, "udp.checksum.status == \"Bad\"", "frame.number")).isEmpty();
  }

  /** In VLAN 10 between the switches: one question and its answer, five pings. */
  private void assertPings(Path file) throws IOException {
    assertThat(fields(file, "arp.opcode == 1", "vlan.id", "arp.dst.proto_ipv4"))
        .first()
        .isEqualTo("10,10.0.0.2");
    assertThat(fields(file, "icmp.type == 8", "vlan.id", "ip.src", "icmp.seq"))
        .containsExactly(
            "10,10.0.0.1,1", "10,10.0.0.1,2", "10,10.0.0.1,3", "10,10.0.0.1,4", "10,10.0.0.1,5");
    assertThat(fields(file, "icmp.type == 0 && icmp.resp_to", "ip.src")).hasSize(5);
    assertThat(fields(file, "icmp", "icmp.checksum.status", "ip.checksum.status"))
        .containsOnly("1,1");
    assertThat(fields(file, "frame.number == 1", "frame.interface_name")).containsExactly("s1.p1");
  }
}
