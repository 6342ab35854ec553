package vdcsim.scenario.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class InterruptTest {
  /** The first configuration ends at once, the second not in years. */
  private static final String ENDLESS =
      """
      name: endless
      duration: 300 d
      hosts: { "h[1..2]": {} }
      links: [ h1 -- h2 ]
      workloads: { p: { type: ping, from: h1, to: h2 } }
      vary: { workloads.p.every: [ 1 d, 1 us ] }
      measure: [ p.sent ]
      charts: [ p.sent ]
      """;

  @TempDir private Path folder;

  @Test
  @Timeout(120)
  void ctrlCKeepsWhatHasEnded() throws IOException, InterruptedException {
    Files.writeString(folder.resolve("endless.yaml"), ENDLESS);
    Process process =
        Child.process(
                folder,
                List.of("-Dvdcsim.terminal=err", "-Dfile.encoding=UTF-8"),
                "run",
                "endless.yaml",
                "--jobs",
                "1")
            .redirectOutput(folder.resolve("output.txt").toFile())
            .start();
    try (Reader err = process.errorReader(StandardCharsets.UTF_8)) {
      readUntil(err, "1/2 runs");
      new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
      readUntil(err, "endless: interrupted after 1 of 2 runs; 1 finished configuration in");
      assertThat(process.waitFor()).isEqualTo(Exit.INTERRUPTED);
    } finally {
      process.destroyForcibly();
    }
    assertThat(folder.resolve("out/endless")).doesNotExist();
    assertThat(folder.resolve("out/endless.partial/run.json"))
        .content()
        .contains("INCOMPLETE: interrupted after 1 of 2 runs.");
  }

  /** Reads up to a text, and fails where it does not come. */
  static void readUntil(Reader reader, String text) throws IOException {
    StringBuilder said = new StringBuilder();
    while (said.indexOf(text) < 0) {
      int c = reader.read();
      assertThat(c).as(said.toString()).isNotNegative();
      said.append((char) c);
    }
  }
}
