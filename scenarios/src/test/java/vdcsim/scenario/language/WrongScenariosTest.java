package vdcsim.scenario.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Wrong scenarios, each with everything that is said of it: line, column, path and sentence. They
 * stand in {@code wrong-scenarios.txt}; {@code -Dgoldens=update} writes what is said now into it.
 */
final class WrongScenariosTest {
  private static final String FILE = "wrong-scenarios.txt";
  private static final String TITLE = "=== ";
  private static final String SAID = "! ";

  private record Case(String title, String text, List<String> said) {
    @Override
    public String toString() {
      return title;
    }

    String written(List<String> now) {
      String lines = now.stream().map(line -> SAID + line + "\n").collect(Collectors.joining());
      return TITLE + title + "\n" + text + lines;
    }
  }

  static Stream<Case> cases() throws IOException {
    return readCases().stream();
  }

  private static List<Case> readCases() throws IOException {
    try (InputStream in = WrongScenariosTest.class.getResourceAsStream(FILE)) {
      String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      List<Case> cases = new ArrayList<>();
      for (String block : all.substring(TITLE.length()).split("\n" + TITLE)) {
        List<String> lines = block.lines().toList();
        String text =
            lines.stream()
                .skip(1)
                .filter(line -> !line.startsWith(SAID))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
        List<String> said =
            lines.stream()
                .filter(line -> line.startsWith(SAID))
                .map(line -> line.substring(SAID.length()))
                .toList();
        cases.add(new Case(lines.get(0), text, said));
      }
      return cases;
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everythingThatIsWrongIsSaidAtItsPlace(Case wrong) {
    assertThat(Reading.problems(wrong.text())).isEqualTo(wrong.said());
  }

  @Test
  void goldensAreRewrittenOnDemand() throws IOException {
    if ("update".equals(System.getProperty("goldens"))) {
      StringBuilder all = new StringBuilder();
      for (Case wrong : readCases()) {
        all.append(wrong.written(Reading.problems(wrong.text())));
      }
      Files.writeString(Path.of("src/test/resources/vdcsim/scenario/language", FILE), all);
    }
    assertThat(readCases()).hasSizeGreaterThan(40);
  }
}
