package vdcsim.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vdcsim.kernel.result.ChartRequest;
import vdcsim.kernel.result.Topology;
import vdcsim.report.chart.Chart;
import vdcsim.report.chart.Charts;
import vdcsim.report.drawing.Drawing;
import vdcsim.report.drawing.Palette;
import vdcsim.report.drawing.Style;
import vdcsim.report.drawing.Typeface;
import vdcsim.report.plot.Plots;
import vdcsim.report.reading.Readings;
import vdcsim.report.text.Words;
import vdcsim.report.topology.TopologyDrawing;

/**
 * Draws the pictures of a report, each once for screens and once for print.
 *
 * <p>The two differ where the machine has no font with all letters: an SVG leaves text to the
 * reader's machine, which may have it; PDF and PNG show a question mark for a letter of a name, and
 * say everything in English where the words of the language themselves cannot be drawn.
 */
final class Studio {
  private final Readings readings;
  private final Words words;
  private final Palette palette;
  private final List<String> warnings = new ArrayList<>();

  Studio(Readings readings, Words words, Palette palette) {
    this.readings = readings;
    this.words = words;
    this.palette = palette;
  }

  /** Draws everything; pictures are independent of each other, so all cores help. */
  Gallery draw(Optional<Path> font) throws IOException {
    Charts charts = Charts.of(readings, words);
    String letters = words.letters() + letters(charts);
    Optional<Typeface> whole = Typeface.having(letters, font);
    Optional<Typeface> typeface =
        whole.isPresent() ? whole : Typeface.having(words.letters(), font);
    Typeface drawn = typeface.orElseGet(Typeface::liberation);
    if (typeface.isEmpty()) {
      warnings.add(words.say("chart.font"));
    } else if (whole.isEmpty()) {
      warnings.add(words.say("chart.letters"));
    }
    for (ChartRequest request : charts.missing()) {
      warnings.add(words.say("chart.missing", String.join(", ", request.metrics())));
    }
    List<Sketch> screen = sketches(charts, new Style(words, drawn.forText(), palette));
    Words printed = typeface.isEmpty() ? Words.english() : words;
    List<Sketch> print = sketches(Charts.of(readings, printed), new Style(printed, drawn, palette));
    try {
      List<Picture> pictures =
          IntStream.range(0, screen.size())
              .parallel()
              .mapToObj(i -> picture(screen.get(i), print.get(i)))
              .toList();
      return new Gallery(pictures, warnings);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static Picture picture(Sketch screen, Sketch print) {
    return new Picture(screen.part(), screen.drawing(), print.drawing());
  }

  /** A drawing, and where it goes. */
  private record Sketch(Picture.Part part, Drawing drawing) {}

  private List<Sketch> sketches(Charts charts, Style style) {
    List<Sketch> sketches = new ArrayList<>();
    for (Chart chart : charts.all()) {
      boolean states = chart instanceof Chart.Timeline;
      Picture.Part part = states ? Picture.Part.TIMELINE : Picture.Part.CHARTS;
      sketches.add(new Sketch(part, Plots.of(chart, style)));
    }
    TopologyDrawing.of(readings.results().topology(), style)
        .ifPresent(drawing -> sketches.add(new Sketch(Picture.Part.TOPOLOGY, drawing)));
    return sketches;
  }

  /** Every text that the pictures show, besides the words of the language. */
  private String letters(Charts charts) {
    StringBuilder letters = new StringBuilder();
    charts.all().stream().flatMap(Studio::texts).forEach(letters::append);
    Topology topology = readings.results().topology();
    topology.nodes().forEach(node -> letters.append(node.name()).append(node.note()));
    for (Topology.Edge edge : topology.edges()) {
      letters.append(edge.fromPort()).append(edge.toPort()).append(edge.note());
    }
    return letters.toString();
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
    } else if (chart instanceof Chart.HeatMap map) {
      Stream<String> names = Stream.concat(map.columns().stream(), map.rows().stream());
      return Stream.of(frame, names, Stream.of(map.scale(), "–")).flatMap(s -> s);
    }
    Chart.Timeline timeline = (Chart.Timeline) chart;
    Stream<String> rows = timeline.rows().stream().map(Chart.Row::name);
    return Stream.of(frame, rows, timeline.states().stream()).flatMap(s -> s);
  }
}
