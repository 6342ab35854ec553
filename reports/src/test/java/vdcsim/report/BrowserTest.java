package vdcsim.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vdcsim.kernel.result.Results;

/** Opens the page in headless Chromium, from disk, where it is installed. */
class BrowserTest {
  @TempDir Path folder;

  private static Optional<Path> chromium() {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .flatMap(
            place ->
                List.of("chromium", "chromium-browser", "google-chrome").stream()
                    .map(name -> Path.of(place, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** What the browser made of the page; what it complains about goes to a file of its own. */
  private String opened(Results results) throws IOException, InterruptedException {
    assumeTrue(chromium().isPresent(), "Chromium is not installed");
    Report.Options options =
        new Report.Options(Language.EN, false, Duration.ZERO, Optional.empty());
    Path page = Report.write(results, options, folder.resolve("report")).html();
    Process process =
        new ProcessBuilder(
                chromium().orElseThrow().toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--enable-logging=stderr",
                "--user-data-dir=" + folder.resolve("browser"),
                "--dump-dom",
                page.toUri().toString())
            .redirectOutput(folder.resolve("dom").toFile())
            .redirectError(folder.resolve("log").toFile())
            .start();
    boolean ended = process.waitFor(120, TimeUnit.SECONDS);
    if (!ended) {
      process.destroyForcibly().waitFor();
    }
    assumeTrue(ended, "Chromium did not start on this machine");
    return Files.readString(folder.resolve("dom"));
  }

  @Test
  void thePageShowsItsChartsAndTheBrowserDoesNotComplain() throws Exception {
    String dom = opened(Examples.single());
    assertThat(dom).contains("stp-triangle", "States over time");
    assertThat(dom.split("<svg", -1)).hasSize(7);
    assertThat(Files.readString(folder.resolve("log"))).doesNotContain("CONSOLE");
  }

  @Test
  void namesThatLookLikeScriptsAreOnlyShown() throws Exception {
    String dom = opened(Examples.hostile());
    assertThat(dom).contains("&lt;script&gt;alert(1)&lt;/script&gt;").doesNotContain("<script");
    assertThat(Files.readString(folder.resolve("log"))).doesNotContain("CONSOLE");
  }
}
