package vdcsim.scenario.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same scenario and seed give the same bytes, all but the wall time in {@code run.json}. */
class SameBytesTest {
  private static final String SCENARIO =
      """
      name: same
      duration: 200 ms
      replications: 2
      hosts: { "h[1..2]": {} }
      links: [ h1 -- h2 ]
      workloads:
        load: { type: frame-stream, from: h1, to: h2, arrivals: poisson, load: 1 %, frame-size: 500 B }
      vary: { workloads.load.load: [ 1 %, 2 % ] }
      measure: [ load.latency ]
      charts: [ load.latency.mean ]
      """;

  @TempDir private Path folder;
  private Map<String, String> first = new TreeMap<>();

  @BeforeEach
  void runOnce() throws IOException {
    Files.writeString(folder.resolve("same.yaml"), SCENARIO);
    first = run("first", "1");
    assertThat(first.keySet())
        .contains("metrics.csv", "metrics.json", "report.html", "run.json")
        .anyMatch(name -> name.endsWith(".pdf"))
        .anyMatch(name -> name.endsWith(".png"))
        .anyMatch(name -> name.endsWith(".svg"));
  }

  private Map<String, String> run(String out, String jobs) throws IOException {
    Path into = folder.resolve(out);
    String file = folder.resolve("same.yaml").toString();
    Shell.Call call = new Shell().call("run", file, "--out", into.toString(), "--jobs", jobs);
    assertThat(call.exit()).as(call.err()).isZero();
    return bytes(into.resolve("same"));
  }

  private static Map<String, String> bytes(Path results) throws IOException {
    Map<String, String> bytes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(results)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        String name = results.relativize(file).toString();
        bytes.put(
            name,
            name.equals("run.json") ? text.replaceFirst("\"wallTimeNs\" ?: ?\\d+", "") : text);
      }
    }
    return bytes;
  }

  private void assertSame(Map<String, String> second) {
    assertThat(second.keySet()).isEqualTo(first.keySet());
    first.forEach((name, bytes) -> assertThat(second.get(name)).as(name).isEqualTo(bytes));
  }

  @Test
  void again() throws IOException {
    assertSame(run("second", "1"));
  }

  @Test
  void onTwoThreads() throws IOException {
    assertSame(run("second", "2"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-XX:+UseSerialGC",
        "-XX:+UseG1GC -Duser.language=tr -Duser.timezone=Asia/Shanghai -Dfile.encoding=UTF-16",
        "-Xint"
      })
  void inAnotherJvm(String options) throws IOException, InterruptedException {
    int exit = Child.exit(folder, List.of(options.split(" ")), "run", "same.yaml", "--jobs", "2");
    // Standard output and error share the file, so that a character may be torn apart.
    byte[] output = Files.readAllBytes(folder.resolve("output.txt"));
    assertThat(exit).as(new String(output, StandardCharsets.ISO_8859_1)).isZero();
    assertSame(bytes(folder.resolve("out/same")));
  }
}
