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
    Scenario scenario = CaptureTest.scenario(TREE_WITH_VLANS.formatted(protocol));
    World world = scenario.builder().build(0, new Simulation(scenario.seed(), 0));
    CaptureHead head =
        new CaptureHead("vdcsim 0.1.0", scenario.name(), scenario.sha256(), scenario.seed());
    try (Capture capture = Capture.attach(world, List.of("s1.p1 -- s2.p1"), folder, head)) {
      world.simulation().run(scenario.duration().toNanos());
      assertThat(capture.finish()).isEmpty();
    }
    return folder.resolve("s1.p1--s2.p1.pcapng");
  }

  /** What tshark prints of a capture. */
  private List<String> tshark(Path file, String... options) throws IOException {
    List<String> command = new ArrayList<>(List.of("tshark", "-n", "-r", file.toString()));
    command.addAll(List.of("-o", "ip.check_checksum:TRUE", "-o", "frame.generate_md5_hash:FALSE"));
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
    assertThat(tshark(file, "-Y", "_ws.expert.severity >= 6291456")).isEmpty();
    assertThat(
            tshark(file, "-Y", "ip.checksum.status == \"Bad\" || icmp.checksum.status == \"Bad\""))
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
