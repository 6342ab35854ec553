package vdcsim.scenario.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import vdcsim.scenario.TestGrammar;

/** {@code docs/language.md} is what the declarations say; {@code -Dgoldens=update} writes it. */
class ReferenceTest {
  private static final Path FILE = Path.of("../docs/language.md");

  @Test
  void theReferenceInTheDocumentationIsTheLanguage() throws IOException {
    String reference = Reference.of(TestGrammar.grammar());
    if ("update".equals(System.getProperty("goldens"))) {
      Files.writeString(FILE, reference);
    }
    List<String> documented = Files.readAllLines(FILE);
    List<String> declared = reference.lines().toList();
    int same = 0;
    while (same < Math.min(documented.size(), declared.size())
        && documented.get(same).equals(declared.get(same))) {
      same++;
    }
    assertThat(line(documented, same))
        .as("line %d of docs/language.md; -Dgoldens=update writes it anew", same + 1)
        .isEqualTo(line(declared, same));
  }

  private static String line(List<String> lines, int index) {
    return index < lines.size() ? lines.get(index) : "(the end)";
  }
}
