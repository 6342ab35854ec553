package vdcsim.scenario.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import vdcsim.scenario.verify.compare.CaseResult;
import vdcsim.scenario.verify.golden.GoldenCase;

class BundledCasesTest {
  private final Verification verification = Cases.verification();

  @TestFactory
  Stream<DynamicTest> everyCaseIsAsRecorded() {
    return networks().map(c -> DynamicTest.dynamicTest(c.id() + ": " + c.title(), () -> holds(c)));
  }

  /** Measurements and published tables have differences, which tests of their own hold. */
  private static Stream<GoldenCase> networks() {
    List<String> exact = List.of("stp", "rstp", "mac", "vlan", "ospf", "rip", "bgp", "nat");
    return GoldenCases.bundled().stream().filter(c -> exact.contains(c.kind()));
  }

  private void holds(GoldenCase golden) throws Exception {
    CaseResult result = verification.verify(golden);
    assertThat(result.outcome())
        .as(VerificationText.sideBySide(result))
        .isEqualTo(CaseResult.Outcome.EQUAL);
    assertThat(result.compared()).isPositive();
  }

  @Test
  void everyFileOfTheFolderIsInTheIndex() throws IOException, URISyntaxException {
    Path folder =
        Path.of(
                Objects.requireNonNull(
                        GoldenCases.class.getResource("/vdcsim/scenario/golden/network/index.txt"))
                    .toURI())
            .getParent();
    try (Stream<Path> files = Files.list(folder)) {
      List<String> names =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".json"))
              .sorted()
              .toList();
      assertThat(networks()).extracting(c -> c.id() + ".json").isEqualTo(names);
    }
  }
}
