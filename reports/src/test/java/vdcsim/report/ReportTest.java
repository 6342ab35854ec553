package vdcsim.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vdcsim.kernel.result.ChartRequest;
import vdcsim.kernel.result.Results;

class ReportTest {
  @TempDir Path folder;

  private static Report.Options options(Language language) {
    return new Report.Options(language, false, Duration.ofMillis(7), Optional.empty());
  }

  private Report.Written write(Results results, String name) throws IOException {
    return Report.write(results, options(Language.EN), folder.resolve(name));
  }

  private static Map<String, String> files(Path folder) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        files.put(name, new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    }
    return files;
  }

  @Test
  void aReportHasDataTablesChartsAndAPage() throws IOException {
    Report.Written written = write(Examples.single(), "a");
    assertThat(files(folder.resolve("a")).keySet())
        .contains(
            "courses.csv",
            "metrics.csv",
            "metrics.json",
            "report.html",
            "run.json",
            "tables/checks.md",
            "tables/checks.tex",
            "tables/summary.md",
            "tables/summary.tex",
            "charts/probe.round-trip-time-cdf.pdf",
            "charts/probe.round-trip-time-cdf.png",
            "charts/probe.round-trip-time-cdf.svg",
            "charts/state-timeline.svg",
            "charts/topology.png");
    assertThat(written.html()).exists();
    assertThat(written.charts()).hasSize(18).allMatch(Files::isRegularFile);
    assertThat(written.data()).hasSize(8).allMatch(Files::isRegularFile);
    assertThat(written.warnings()).isEmpty();
  }

  @Test
  void twoReportsOfTheSameResultsHaveTheSameBytes() throws IOException {
    write(Examples.techniquesVaried(), "a");
    write(Examples.techniquesVaried(), "b");
    assertThat(files(folder.resolve("a"))).isEqualTo(files(folder.resolve("b")));
  }

  @Test
  void aReportCanBeMadeAgainFromItsFiles() throws IOException {
    write(Examples.single(), "a");
    Results read = ResultFiles.read(folder.resolve("a"));
    write(read, "b");
    assertThat(files(folder.resolve("b"))).isEqualTo(files(folder.resolve("a")));
  }

  @Test
  void onlyTheWallTimeDiffersBetweenEqualRuns() throws IOException {
    write(Small.results(), "a");
    Report.Options slower =
        new Report.Options(Language.EN, false, Duration.ofSeconds(9), Optional.empty());
    Report.write(Small.results(), slower, folder.resolve("b"));
    Map<String, String> a = files(folder.resolve("a"));
    Map<String, String> b = files(folder.resolve("b"));
    a.put("run.json", a.get("run.json").replace("7000000", "9000000000"));
    assertThat(a).isEqualTo(b);
  }

  @Test
  void chartsOfAnEarlierReportGoAndOtherFilesStay() throws IOException {
    write(Examples.single(), "a");
    Path charts = folder.resolve("a/charts");
    Files.copy(charts.resolve("topology.svg"), charts.resolve("my-own.svg"));
    write(Examples.techniquesVaried(), "a");
    assertThat(charts.resolve("state-timeline.svg")).doesNotExist();
    assertThat(folder.resolve("a/courses.csv")).doesNotExist();
    assertThat(charts.resolve("my-own.svg")).exists();
    assertThat(charts.resolve("stream.cpu.svg")).exists();
  }

  @Test
  void aFailureLeavesNoMarkOfCompletenessAndNoHalfFile() throws IOException {
    write(Examples.single(), "a");
    Files.delete(folder.resolve("a/report.html"));
    Files.createDirectory(folder.resolve("a/report.html"));
    Files.writeString(folder.resolve("a/report.html/in-the-way"), "");
    assertThatThrownBy(() -> write(Examples.single(), "a")).isInstanceOf(IOException.class);
    assertThat(folder.resolve("a/run.json")).doesNotExist();
    assertThat(files(folder.resolve("a")).keySet()).noneMatch(name -> name.contains("unfinished"));
    assertThatThrownBy(() -> ResultFiles.read(folder.resolve("a")))
        .hasMessageContaining("run.json is missing");
  }

  @Test
  void aLinkDoesNotLeadOutOfTheFolder() throws IOException {
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Files.createDirectory(folder.resolve("a"));
    Files.createSymbolicLink(folder.resolve("a/charts"), elsewhere);
    assertThatThrownBy(() -> write(Examples.single(), "a"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("leads out");
    assertThat(elsewhere).isEmptyDirectory();
  }

  @Test
  void namesStayTextInEveryFile() throws IOException {
    Report.Written written = write(Examples.hostile(), "a");
    String page = Files.readString(written.html());
    assertThat(page)
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
        .doesNotContainIgnoringCase("<script")
        .contains("default-src &#39;none&#39;");
    for (Path chart : written.charts()) {
      if (chart.toString().endsWith(".svg")) {
        assertThat(Files.readString(chart)).doesNotContainIgnoringCase("<script");
      }
    }
    assertThat(Files.readString(folder.resolve("a/metrics.csv"))).contains(",'=1+1,");
  }

  @Test
  void idsAreUniqueWithinThePage() throws IOException {
    String page = Files.readString(write(Examples.techniquesVaried(), "a").html());
    List<String> ids =
        java.util.regex.Pattern.compile(" id=\"([^\"]*)\"")
            .matcher(page)
            .results()
            .map(match -> match.group(1))
            .toList();
    assertThat(ids).doesNotHaveDuplicates();
  }

  @Test
  void thePageSpeaksChineseAndMetricsKeepTheirNames() throws IOException {
    Report.write(Examples.single(), options(Language.ZH), folder);
    assertThat(Files.readString(folder.resolve("report.html")))
        .contains("<html lang=\"zh\">", "摘要", "时间线", "probe.round-trip-time");
  }

  @Test
  void aRequestThatFindsNothingIsSaid() throws IOException {
    Results results =
        Examples.with(
            Examples.single(),
            List.of(Examples.chart(ChartRequest.Kind.BARS, "", "no.such")),
            List.of());
    assertThat(write(results, "a").warnings())
        .containsExactly("no chart for no.such: no such metric was measured");
  }
}
