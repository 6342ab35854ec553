package vdcsim.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vdcsim.kernel.result.ChartRequest;
import vdcsim.report.chart.Chart;
import vdcsim.report.chart.Charts;
import vdcsim.report.drawing.Drawing;
import vdcsim.report.drawing.Palette;
import vdcsim.report.drawing.Pdf;
import vdcsim.report.drawing.Png;
import vdcsim.report.drawing.Style;
import vdcsim.report.drawing.Svg;
import vdcsim.report.drawing.Typeface;
import vdcsim.report.file.Folder;
import vdcsim.report.plot.Plots;
import vdcsim.report.reading.Readings;
import vdcsim.report.text.Words;

/**
 * All drawings of a report, each once for screens, where text stays text, and once for print.
 *
 * <p>The two differ only where the machine has no font with all letters: an SVG leaves the letters
 * to the reader's machine, while PDF and PNG say everything in English.
 */
final class Gallery {
  private static final String FOLDER = "charts/";

  /** Lists the files of this folder that a report wrote, so that only those are removed. */
  private static final String LIST = FOLDER + ".files";

  private final Charts charts;
  private final List<Drawing> screen;
  private final List<Drawing> print;
  private final List<String> warnings;

  private Gallery(Charts charts, List<Drawing> screen, List<Drawing> print, List<String> warnings) {
    this.charts = charts;
    this.screen = screen;
    this.print = print;
    this.warnings = warnings;
  }

  static Gallery of(Readings readings, Words words, Palette palette, Optional<Path> font)
      throws IOException {
    Charts charts = Charts.of(readings, words);
    String letters = letters(charts);
    Optional<Typeface> typeface = Typeface.having(letters, font);
    Typeface letterForms = typeface.orElseGet(Typeface::liberation);
    List<Drawing> screen = draw(charts, new Style(words, letterForms.forText(), palette));
    if (typeface.isPresent()) {
      List<Drawing> print = draw(charts, new Style(words, letterForms, palette));
      return new Gallery(charts, screen, print, List.of());
    }
    Words english = Words.english();
    Charts inEnglish = Charts.of(readings, english);
    List<Drawing> print = draw(inEnglish, new Style(english, letterForms, palette));
    return new Gallery(charts, screen, print, List.of(words.say("chart.font")));
  }

  private static List<Drawing> draw(Charts charts, Style style) {
    return charts.all().stream().map(chart -> Plots.of(chart, style)).toList();
  }

  /** Every text that the charts show. */
  private static String letters(Charts charts) {
    return charts.all().stream().flatMap(Gallery::texts).collect(Collectors.joining());
  }

  private static Stream<String> texts(Chart chart) {
    Stream<String> frame =
        Stream.concat(
            Stream.of(chart.frame().title(), chart.frame().x(), chart.frame().y()),
            chart.frame().notes().stream());
    if (chart instanceof Chart.Bars bars) {
      Stream<String> names = bars.series().stream().map(Chart.BarSeries::name);
      return Stream.of(frame, bars.categories().stream(), names).flatMap(s -> s);
    } else if (chart instanceof Chart.Lines lines) {
      return Stream.concat(frame, lines.series().stream().map(Chart.LineSeries::name));
    }
    Chart.Timeline timeline = (Chart.Timeline) chart;
    Stream<String> rows = timeline.rows().stream().map(Chart.Row::name);
    return Stream.of(frame, rows, timeline.states().stream()).flatMap(s -> s);
  }

  List<String> warnings() {
    return warnings;
  }

  List<ChartRequest> missing() {
    return charts.missing();
  }

  /** The charts, in the order of {@link #screen}. */
  List<Chart> charts() {
    return charts.all();
  }

  /** The drawings for screens. */
  List<Drawing> screen() {
    return screen;
  }

  /** Writes every drawing in three formats, and removes those of an earlier report. */
  List<Path> write(Folder folder) throws IOException {
    Set<String> stale = listed(folder);
    Set<String> files = new TreeSet<>();
    for (Drawing drawing : screen) {
      List.of(".svg", ".pdf", ".png").forEach(ending -> files.add(drawing.name() + ending));
    }
    stale.removeAll(files);
    for (String file : stale) {
      folder.delete(FOLDER + file);
    }
    folder.write(LIST, String.join("\n", files) + "\n");
    List<Path> written = new ArrayList<>();
    for (int i = 0; i < screen.size(); i++) {
      Drawing printed = print.get(i);
      String path = FOLDER + screen.get(i).name();
      written.add(folder.write(path + ".svg", Svg.file(screen.get(i))));
      written.add(folder.write(path + ".pdf", out -> Pdf.write(printed, out)));
      written.add(folder.write(path + ".png", out -> Png.write(printed, out)));
    }
    return written;
  }

  private static Set<String> listed(Folder folder) throws IOException {
    Path list = folder.file(LIST);
    if (!Files.isRegularFile(list)) {
      return new TreeSet<>();
    }
    String text = new String(Files.readAllBytes(list), StandardCharsets.UTF_8);
    return text.lines()
        .filter(line -> line.matches("[a-z0-9.-]+\\.(svg|pdf|png)"))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
