package vdcsim.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vdcsim.kernel.quantity.Scale;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.result.Check;
import vdcsim.kernel.result.FinalTable;
import vdcsim.kernel.result.Measurement;
import vdcsim.kernel.result.Point;
import vdcsim.kernel.result.Provenance;
import vdcsim.kernel.result.Replication;
import vdcsim.kernel.result.Results;
import vdcsim.kernel.result.Topology;
import vdcsim.report.drawing.Svg;
import vdcsim.report.file.RunDigest;
import vdcsim.report.file.TablesFile;
import vdcsim.report.reading.Readings;
import vdcsim.report.text.Markup;
import vdcsim.report.text.Numbers;
import vdcsim.report.text.Words;

/** The report as one page of HTML: no script, nothing from elsewhere, light and dark, printable. */
final class Page {
  private static final int MOST_ROWS = 1000;
  private static final int MOST_TABLES = 60;
  private static final int MOST_TABLE_ROWS = 100;
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

  private final Readings readings;
  private final Results results;
  private final Words words;
  private final Table summary;
  private final Gallery gallery;
  private final Markup out = new Markup();

  Page(Readings readings, Words words, Table summary, Gallery gallery) {
    this.readings = readings;
    this.results = readings.results();
    this.words = words;
    this.summary = summary;
    this.gallery = gallery;
  }

  String html() throws IOException {
    out.own("<!DOCTYPE html>\n").open("html", "lang", words.language()).line();
    head();
    out.open("body").open("main").line();
    heading();
    checks();
    summary();
    pictures(Picture.Part.CHARTS);
    topology();
    pictures(Picture.Part.TIMELINE);
    finalTables();
    allMetrics();
    out.close().line();
    provenance();
    out.close().close().line();
    return out.toString();
  }

  private void head() throws IOException {
    out.open("head").line();
    out.empty("meta", "charset", "utf-8").line();
    out.empty("meta", "http-equiv", "Content-Security-Policy", "content", POLICY).line();
    out.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1").line();
    out.empty("meta", "name", "color-scheme", "content", "light dark").line();
    out.leaf("title", results.scenario() + " – vdcsim").line();
    out.own("<style>\n" + css() + "</style>\n").close().line();
  }

  private static String css() throws IOException {
    try (InputStream in = Page.class.getResourceAsStream("/vdcsim/report/report.css")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private void heading() {
    out.open("header");
    out.leaf("h1", results.scenario());
    if (!results.about().isEmpty()) {
      out.leaf("p", results.about(), "class", "about");
    }
    out.leaf("p", facts(), "class", "facts");
    out.close().line();
  }

  private String facts() {
    List<String> facts = new ArrayList<>();
    int points = results.points().size();
    if (points > 1) {
      facts.add(words.say("page.points", points));
    }
    Provenance provenance = results.provenance();
    if (provenance.replications() > 1) {
      facts.add(words.say("page.replications", provenance.replications()));
    }
    facts.add(words.say("page.duration", time(provenance.durationNs())));
    facts.add(words.say("page.events", Numbers.grouped(events())));
    return String.join(" · ", facts);
  }

  private static String time(long nanoseconds) {
    return Scale.format((double) nanoseconds, Unit.NANOSECONDS);
  }

  private long events() {
    return results.points().stream()
        .flatMap(point -> point.replications().stream())
        .mapToLong(Replication::events)
        .sum();
  }

  private void checks() {
    if (results.checks().isEmpty()) {
      return;
    }
    long held = results.checks().stream().filter(Check::held).count();
    section("checks", words.say("page.checks", held, results.checks().size()));
    out.open("ul", "class", "checks").line();
    for (Check check : results.checks()) {
      out.open("li", "class", check.held() ? "held" : "failed");
      out.leaf("span", check.held() ? "✓" : "✗", "class", "mark", "aria-hidden", "true");
      out.open("span");
      out.leaf("code", check.expectation());
      out.leaf("span", words.say(check.held() ? "check.held" : "check.failed"), "class", "unseen");
      out.leaf("span", check.detail(), "class", "detail").close().close().line();
    }
    out.close().close().line();
  }

  private void section(String id, String heading) {
    out.open("section", "id", id).line().leaf("h2", heading).line();
  }

  private void summary() {
    if (summary.rows().isEmpty()) {
      return;
    }
    section("summary", words.say("page.summary"));
    table(summary);
    out.close().line();
  }

  private void table(Table table) {
    out.open("div", "class", "scroll", "tabindex", "0").open("table").line();
    out.open("thead").open("tr");
    for (int i = 0; i < table.header().size(); i++) {
      out.leaf("th", table.header().get(i), "class", side(table, i), "scope", "col");
    }
    out.close().close().line().open("tbody").line();
    for (List<String> row : table.rows()) {
      out.open("tr");
      for (int i = 0; i < row.size(); i++) {
        out.leaf("td", row.get(i), "class", side(table, i));
      }
      out.close().line();
    }
    out.close().close().close().line();
    table.notes().forEach(note -> out.leaf("p", note, "class", "note").line());
  }

  private static String side(Table table, int column) {
    return table.alignment().get(column) == Table.Align.LEFT ? "left" : "right";
  }

  private void pictures(Picture.Part part) {
    List<Picture> pictures = gallery.of(part);
    if (pictures.isEmpty()) {
      return;
    }
    String id = part.name().toLowerCase(Locale.ROOT);
    section(id, words.say("page." + id));
    pictures.forEach(this::figure);
    out.close().line();
  }

  private void figure(Picture picture) {
    out.open("figure").line().own(Svg.inline(picture.svg())).line().open("figcaption");
    for (String ending : List.of("svg", "pdf", "png")) {
      String file = Gallery.FOLDER + picture.name() + "." + ending;
      out.leaf("a", ending.toUpperCase(Locale.ROOT), "href", file).text(" ");
    }
    out.close().close().line();
  }

  private void topology() {
    pictures(Picture.Part.TOPOLOGY);
    Topology topology = results.topology();
    if (gallery.of(Picture.Part.TOPOLOGY).isEmpty() && !topology.nodes().isEmpty()) {
      section("topology", words.say("page.topology"));
      int links = topology.edges().size();
      out.leaf("p", words.say("topology.many", topology.nodes().size(), links), "class", "note");
      out.close().line();
    }
  }

  /** How the world stood at the end of the first run; long tables are in their files only. */
  private void finalTables() {
    List<FinalTable> tables = firstTables();
    if (tables.isEmpty()) {
      return;
    }
    Map<String, String> files = TablesFile.files(results);
    section("tables", words.say("page.tables"));
    if (results.points().size() > 1) {
      out.leaf("p", words.say("tables.first", results.points().size()), "class", "note").line();
    }
    int shown = 0;
    for (FinalTable table : tables) {
      boolean fits = table.rows().size() <= MOST_TABLE_ROWS && shown < MOST_TABLES;
      shown += fits ? 1 : 0;
      finalTable(table, fits, files.get(table.name()));
    }
    out.close().line();
  }

  private List<FinalTable> firstTables() {
    return results.points().stream()
        .limit(1)
        .flatMap(point -> point.replications().stream().limit(1))
        .flatMap(run -> run.tables().stream())
        .toList();
  }

  private void finalTable(FinalTable table, boolean fits, String file) {
    String title = words.say("tables.rows", table.name(), table.rows().size() + table.leftOut());
    if (fits) {
      out.open("details");
      out.leaf("summary", title).line();
      List<Table.Align> left = Collections.nCopies(table.columns().size(), Table.Align.LEFT);
      table(new Table(table.columns(), table.rows(), left, List.of()));
      out.open("p", "class", "note").leaf("a", "CSV", "href", file).close();
      out.close().line();
    } else {
      out.open("p").leaf("a", title, "href", file).close().line();
    }
    if (table.leftOut() > 0) {
      out.leaf("p", words.say("tables.left-out", table.leftOut()), "class", "note").line();
    }
  }

  private void allMetrics() {
    List<String> names = readings.examples().stream().map(Measurement::metric).toList();
    Table table = new MetricTable(readings, words, names, MOST_ROWS).table();
    if (table.rows().isEmpty()) {
      return;
    }
    out.open("section", "id", "metrics").open("details");
    out.leaf("summary", words.say("page.metrics", names.size())).line();
    table(table);
    out.close().close().line();
  }

  private void provenance() {
    Provenance provenance = results.provenance();
    out.open("footer").leaf("h2", words.say("page.provenance")).open("dl").line();
    entry("page.version", "vdcsim " + provenance.version());
    entry("page.scenario", "sha256:" + provenance.scenarioSha256());
    entry("page.seed", Long.toString(provenance.seed()));
    if (!provenance.overrides().isEmpty()) {
      entry("page.overrides", String.join(", ", provenance.overrides()));
    }
    entry("page.time", time(provenance.durationNs()));
    entry("page.warm-up", time(provenance.warmUpNs()));
    entry("page.runs", Integer.toString(runs()));
    if (runs() == 1) {
      entry("page.digest", RunDigest.text(results.points().get(0).replications().get(0)));
    }
    out.close().leaf("p", words.say("page.same"), "class", "note").close().line();
  }

  private int runs() {
    return results.points().stream().map(Point::replications).mapToInt(List::size).sum();
  }

  private void entry(String key, String value) {
    out.leaf("dt", words.say(key)).leaf("dd", value).line();
  }
}
