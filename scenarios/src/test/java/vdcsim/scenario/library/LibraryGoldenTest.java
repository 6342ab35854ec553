package vdcsim.scenario.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import vdcsim.kernel.result.Check;
import vdcsim.kernel.result.Point;
import vdcsim.kernel.result.Replication;
import vdcsim.report.Summary;
import vdcsim.scenario.TestGrammar;
import vdcsim.scenario.language.Scenario;
import vdcsim.scenario.language.ScenarioReader;
import vdcsim.scenario.run.Cancellation;
import vdcsim.scenario.run.Outcome;
import vdcsim.scenario.run.Progress;
import vdcsim.scenario.run.RunWatch;
import vdcsim.scenario.run.Runner;

/**
 * Every scenario of the library runs whole: what it expects holds, nothing is lost, and its figures
 * and the digest of its events are those on file. {@code -Dgoldens=update} writes them anew, for
 * review.
 */
class LibraryGoldenTest {
  private static final int WIDE = 10_000;

  private final Library library = new Library(TestGrammar.grammar());

  @TestFactory
  Stream<DynamicTest> runsAsItDidBefore() {
    return library.entries().stream()
        .map(entry -> DynamicTest.dynamicTest(entry.name(), () -> runsAsBefore(entry.name())));
  }

  private void runsAsBefore(String name) throws Exception {
    byte[] text = library.source(name).orElseThrow().getBytes(StandardCharsets.UTF_8);
    Scenario scenario =
        new ScenarioReader(TestGrammar.grammar()).read(name + ".yaml", text, List.of());
    Outcome outcome =
        new Runner(2).run(scenario, RunWatch.NONE, Progress.SILENT, new Cancellation());
    assertThat(outcome.results().checks()).allMatch(Check::held);
    compare(name, record(outcome));
  }

  /** The figures that the summary shows, and a line for each run. */
  private static String record(Outcome outcome) {
    List<String> lines = new ArrayList<>();
    lines.add(Summary.of(outcome.results()).text(WIDE, true).stripTrailing());
    lines.add("");
    for (Point point : outcome.results().points()) {
      for (Replication run : point.replications()) {
        lines.add(
            "point %d, replication %d: %d events, digest %016x"
                .formatted(point.index(), run.number(), run.events(), run.digest()));
      }
    }
    return String.join("\n", lines) + "\n";
  }

  private static void compare(String name, String found) throws IOException {
    Path file = Path.of("src/test/resources/vdcsim/scenario/library/goldens", name + ".txt");
    if ("update".equals(System.getProperty("goldens"))) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, found);
    }
    assertThat(file).exists();
    assertThat(found).isEqualTo(Files.readString(file));
  }
}
