package vdcsim.scenario.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vdcsim.scenario.run.Cancellation;

class RunCommandTest {
  private static final String CLOCK =
      """
      name: clock
      duration: 10 s
      clocks: { c: {} }
      measure: [ c.ticks ]
      charts: [ c.ticks ]
      expect: [ c.ticks = 11 ]
      """;

  @TempDir private Path folder;

  private Shell.Call run(String text, String... more) {
    String[] arguments =
        Stream.concat(Stream.of("run", "-"), Stream.of(more)).toArray(String[]::new);
    return new Shell().input(text).callIn(folder.resolve("out"), arguments);
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.map(f -> folder.relativize(f).toString()).sorted().toList();
    }
  }

  @Test
  void aRunWritesAReportAndPrintsTheSummary() {
    Shell.Call call = run(CLOCK);
    assertThat(call.exit()).as(call.err()).isZero();
    assertThat(folder.resolve("out/clock/report.html")).isRegularFile();
    assertThat(folder.resolve("out/clock/run.json")).isRegularFile();
    assertThat(call.out()).contains("c.ticks").contains("✓ c.ticks = 11").contains("report.html");
    assertThat(call.err())
        .startsWith("vdcsim 0.1.0 · clock · seed 42 · 1 configuration × 1 replication\n")
        .contains("] 1/1 runs · 11 events ·")
        .doesNotContain("\r");
  }

  @Test
  void anExpectationThatFailsIsExitCode1() {
    Shell.Call call = run(CLOCK, "--set", "expect=[c.ticks > 11]");
    assertThat(call.exit()).isEqualTo(1);
    assertThat(call.out()).contains("✗ c.ticks > 11 (was 11)");
    Shell.Call quiet = run(CLOCK, "--set", "expect=[c.ticks > 11]", "--quiet");
    assertThat(quiet.exit()).isEqualTo(1);
    assertThat(quiet.out()).isEmpty();
    assertThat(quiet.err()).isEqualTo("clock: 'c.ticks > 11' did not hold: was 11\n");
  }

  @Test
  void quietSaysNothingWhereAllIsWell() {
    Shell.Call call = run(CLOCK, "--quiet");
    assertThat(call.exit()).isZero();
    assertThat(call.out() + call.err()).isEmpty();
  }

  @Test
  void seedReplicationsAndValuesCanBeSet() throws IOException {
    Shell.Call call = run(CLOCK, "--seed", "7", "--replications", "3", "--set", "duration=5 s");
    assertThat(call.err()).contains("seed 7 · 1 configuration × 3 replications");
    JsonNode json =
        JsonMapper.shared().readTree(Files.readString(folder.resolve("out/clock/run.json")));
    assertThat(json.get("seed").asLong()).isEqualTo(7);
    assertThat(json.get("durationNs").asLong()).isEqualTo(5_000_000_000L);
    assertThat(json.get("overrides").valueStream().map(JsonNode::asString))
        .containsExactly("duration=5 s", "seed=7", "replications=3");
  }

  @Test
  void theResultIsADocumentWhereJsonIsWanted() {
    Shell.Call call = run(CLOCK, "--format", "json");
    JsonNode scenario = JsonMapper.shared().readTree(call.out()).get("scenarios").get(0);
    assertThat(scenario.get("scenario").asString()).isEqualTo("clock");
    assertThat(scenario.get("events").asLong()).isEqualTo(11);
    assertThat(scenario.get("held").asBoolean()).isTrue();
    assertThat(Path.of(scenario.get("report").asString())).isRegularFile();
  }

  @Test
  void aTerminalShowsProgressUnlessItIsNotWanted() {
    Shell.Call call = run(CLOCK, "--no-progress");
    assertThat(call.err()).doesNotContain("\r");
  }

  @Test
  void aWrongScenarioRunsNothingAndWritesNothing() {
    Shell.Call call = run(CLOCK, "--set", "clocks.c.trouble=laugh");
    assertThat(call.exit()).isEqualTo(2);
    assertThat(call.out()).isEmpty();
    assertThat(call.err()).contains("laugh").endsWith("1 error. Nothing was run.\n");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void aBrokenModelIsABugAndLeavesNothing() {
    Shell.Call call = run(CLOCK, "--set", "clocks.c.trouble=break");
    assertThat(call.exit()).isEqualTo(70);
    assertThat(call.out()).isEmpty();
    assertThat(call.err())
        .contains("the run of clock with replication 0, seed 42 broke at 1.500000000 s")
        .contains("    at vdcsim.scenario.run.TroubleCatalog$Clock.trouble(TroubleCatalog.java:")
        .contains("This is a bug of vdcsim");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void aBrokenModelKeepsTheResultsOfAnEarlierRun() throws IOException {
    assertThat(run(CLOCK).exit()).isZero();
    List<String> before = files(folder.resolve("out"));
    assertThat(run(CLOCK, "--set", "clocks.c.trouble=lose-count").exit()).isEqualTo(70);
    assertThat(files(folder.resolve("out"))).isEqualTo(before);
  }

  @Test
  void interruptedBeforeAConfigurationEndedNothingIsWritten() {
    Cancellation cancellation = new Cancellation();
    cancellation.ask();
    Shell.Call call =
        new Shell()
            .input(CLOCK)
            .cancelledBy(cancellation)
            .callIn(folder.resolve("out"), "run", "-");
    assertThat(call.exit()).isEqualTo(75);
    assertThat(call.err())
        .endsWith(
            "clock: interrupted after 0 of 1 runs; no configuration was finished, so nothing was"
                + " written\n");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void twoScenariosOfOneNameAreRefused() throws IOException {
    Path one = Files.writeString(folder.resolve("one.yaml"), CLOCK);
    Path two = Files.writeString(folder.resolve("two.yaml"), CLOCK.replace("clock\n", "CLOCK\n"));
    Shell.Call call =
        new Shell().callIn(folder.resolve("out"), "run", one.toString(), two.toString());
    assertThat(call.exit()).isEqualTo(2);
    assertThat(call.err()).contains("are both named 'CLOCK'");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void twoScenariosRunOneAfterTheOther() throws IOException {
    Path one = Files.writeString(folder.resolve("one.yaml"), CLOCK);
    Path two = Files.writeString(folder.resolve("two.yaml"), CLOCK.replace("clock\n", "other\n"));
    Shell.Call call =
        new Shell().callIn(folder.resolve("out"), "run", one.toString(), two.toString());
    assertThat(call.exit()).as(call.err()).isZero();
    assertThat(folder.resolve("out/clock/run.json")).isRegularFile();
    assertThat(folder.resolve("out/other/run.json")).isRegularFile();
  }

  @Test
  void aFolderThatCannotBeMadeIsExitCode73() throws IOException {
    Files.writeString(folder.resolve("out"), "a file");
    Shell.Call call = run(CLOCK);
    assertThat(call.exit()).isEqualTo(73);
    assertThat(call.err()).contains("cannot write to the folder").doesNotContain("Exception");
  }

  @Test
  void aFolderThatIsALinkIsRefused() throws IOException {
    Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
    Files.createDirectories(folder.resolve("out"));
    Files.createSymbolicLink(folder.resolve("out/clock"), elsewhere);
    Shell.Call call = run(CLOCK);
    assertThat(call.exit()).isEqualTo(73);
    assertThat(call.err()).contains("is a symbolic link");
    assertThat(files(elsewhere)).containsExactly("");
  }

  @Test
  void aFileThatCannotBeWrittenIsExitCode74() throws IOException {
    Files.createDirectories(folder.resolve("out/clock/metrics.json/in-the-way"));
    Shell.Call call = run(CLOCK);
    assertThat(call.exit()).isEqualTo(74);
    assertThat(call.err()).contains("is not complete, it has no run.json");
    assertThat(folder.resolve("out/clock/run.json")).doesNotExist();
  }

  @Test
  void standardOutputThatIsFullIsExitCode74() throws IOException {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full));
    try (var stream = Files.newOutputStream(full)) {
      Shell.Call call =
          new Shell().input(CLOCK).writingTo(stream).callIn(folder.resolve("out"), "run", "-");
      assertThat(call.exit()).isEqualTo(74);
      assertThat(call.err()).contains("cannot write to standard output: No space left on device");
    }
    assertThat(folder.resolve("out/clock/run.json")).isRegularFile();
  }

  @Test
  void aReportIsDrawnAgainFromItsFiles() throws IOException {
    assertThat(run(CLOCK).exit()).isZero();
    Path results = folder.resolve("out/clock");
    List<String> before = files(results);
    String metrics = Files.readString(results.resolve("metrics.csv"));
    Files.delete(results.resolve("report.html"));
    Shell.Call call = new Shell().call("report", results.toString(), "--lang", "zh");
    assertThat(call.exit()).as(call.err()).isZero();
    assertThat(call.out()).contains("report.html");
    assertThat(files(results)).isEqualTo(before);
    assertThat(results.resolve("metrics.csv")).hasContent(metrics);
    Shell.Call none = new Shell().call("report", folder.toString());
    assertThat(none.exit()).isEqualTo(2);
    assertThat(none.err()).contains("cannot read the results in");
  }

  @Test
  void aLinkIsCapturedInTheFirstRun() {
    String hosts =
        """
        name: wire
        duration: 1 s
        hosts: { "h[1..2]": {} }
        links: [ h1 -- h2 ]
        workloads: { p: { type: ping, from: h1, to: h2, every: 100 ms } }
        charts: [ p.sent ]
        """;
    Shell.Call call = run(hosts, "--capture", "h1 -- h2");
    assertThat(call.exit()).as(call.err()).isZero();
    assertThat(folder.resolve("out/wire/captures/h1--h2.pcapng")).isRegularFile();
    Shell.Call wrong = run(hosts, "--capture", "h1 -- h3");
    assertThat(wrong.exit()).isEqualTo(2);
    assertThat(wrong.err()).contains("did you mean 'h1 -- h2'?");
  }
}
