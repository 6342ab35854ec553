package vdcsim.scenario.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    assertThat(FILE)
        .as("run the test with -Dgoldens=update, and look at the difference")
        .content()
        .isEqualTo(reference);
  }
}
