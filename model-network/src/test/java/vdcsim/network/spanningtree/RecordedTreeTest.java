package vdcsim.network.spanningtree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** Spanning trees against what Linux bridges and Open vSwitch did. */
class RecordedTreeTest {
  private static final Path CASES = Path.of("src/test/resources/golden/network");

  static Stream<String> cases() throws IOException {
    try (Stream<Path> files = Files.list(CASES)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void rolesStatesAndCostsAreThoseOfTheRealBridges(String file) throws IOException {
    new RecordedTree(new JsonMapper().readTree(Files.readString(CASES.resolve(file)))).replay();
  }
}
