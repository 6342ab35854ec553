package vdcsim.scenario.verify.golden;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vdcsim.scenario.language.problem.Problem;
import vdcsim.scenario.language.yaml.MalformedYaml;
import vdcsim.scenario.language.yaml.Node;
import vdcsim.scenario.language.yaml.SourceText;

/**
 * One recorded case: a network, what happened to it, and what a real implementation did.
 *
 * @param id as {@code stp-01}
 * @param title what it shows
 * @param kind its family, as {@code stp}
 * @param system what was recorded
 */
public record GoldenCase(
    String id, String title, String kind, String system, SourceText source, Node root) {

  private static final int FORMAT = 1;

  /** How the name of a table of published figures ends. */
  static final String TABLE = ".csv";

  /** A case from the bytes of its file. */
  public static GoldenCase read(String file, byte[] bytes) throws UnreadableCase {
    GoldenCase whole = readWhole(file, bytes);
    return read(whole.source(), whole.root());
  }

  /**
   * The cases of a file: one, or of measurements a list.
   *
   * <p>A file of measurements has a {@code family}, {@code conditions} and {@code cases}, and no
   * {@code format}; which kind they are is told by what its cases have.
   */
  public static List<GoldenCase> readAll(String file, byte[] bytes) throws UnreadableCase {
    if (file.endsWith(TABLE)) {
      return readTable(file, bytes);
    }
    GoldenCase whole = readWhole(file, bytes);
    Fields fields = whole.fields();
    if (fields.has("format") || !fields.has("cases")) {
      return List.of(read(whole.source(), whole.root()));
    }
    List<GoldenCase> cases = new ArrayList<>();
    List<Node> items = fields.items("cases");
    for (int i = 0; i < items.size(); i++) {
      Fields each = Fields.of(whole.source(), items.get(i), "cases[" + i + "]");
      String id = each.text("id");
      cases.add(
          new GoldenCase(id, fields.text("family"), kind(each), "", whole.source(), items.get(i)));
    }
    return cases;
  }

  /** Published figures, a case a row; of which kind is told by the file, as {@code cpu-....csv}. */
  private static List<GoldenCase> readTable(String file, byte[] bytes) throws UnreadableCase {
    try {
      SourceText source = SourceText.decode(file, bytes);
      String name = file.substring(file.lastIndexOf('/') + 1, file.length() - TABLE.length());
      List<GoldenCase> cases = new ArrayList<>();
      for (Node row : CsvReader.read(source)) {
        Fields fields = Fields.of(source, row, "");
        String title = fields.text("metric") + ", " + fields.text("configuration");
        cases.add(new GoldenCase(fields.text("id"), title, tableKind(name), "", source, row));
      }
      return cases;
    } catch (MalformedYaml e) {
      throw malformed(file, e);
    }
  }

  private static String tableKind(String name) {
    return name.equals("live-migration") ? "migration" : name.split("-", 2)[0];
  }

  /**
   * What was measured is told by what the case has; what is not known here is known by its file.
   */
  private static String kind(Fields measured) {
    boolean link = measured.has("link_rate_mbps") && measured.has("flows");
    boolean shaper = measured.has("rate_mbit") && measured.has("burst");
    if (measured.has("working_set_mib") && measured.has("downtime_limit_ms")) {
      return "migration";
    }
    boolean groups = measured.has("groups") && measured.has("fractions");
    boolean quota = measured.has("quota_ms") && measured.has("cpu_percent");
    if (groups || quota || measured.has("request_cpu_ms")) {
      return "schedulers";
    }
    if (measured.has("best_ms")) {
      return "start";
    }
    if (measured.has("tests")) {
      return "nano";
    }
    boolean card = measured.has("model") && measured.has("backend");
    if (card || measured.has("ping_group_range")) {
      return "io";
    }
    return link || shaper ? "tcp" : "measured";
  }

  private static GoldenCase readWhole(String file, byte[] bytes) throws UnreadableCase {
    try {
      SourceText source = SourceText.decode(file, bytes);
      return new GoldenCase("", "", "", "", source, JsonReader.read(source));
    } catch (MalformedYaml e) {
      throw malformed(file, e);
    }
  }

  private static UnreadableCase malformed(String file, MalformedYaml e) {
    return new UnreadableCase(
        new Problem(
            file,
            e.place().line(),
            e.place().column(),
            "",
            e.getMessage(),
            "",
            Problem.Severity.ERROR));
  }

  private static GoldenCase read(SourceText source, Node root) throws UnreadableCase {
    Fields fields = Fields.of(source, root, "");
    if (fields.integer("format") != FORMAT) {
      throw fields.wrong("format", "the format is 1, was " + fields.text("format"));
    }
    return new GoldenCase(
        fields.text("id"), fields.text("title"), fields.text("kind"), system(fields), source, root);
  }

  private static String system(Fields fields) throws UnreadableCase {
    Optional<Fields> system = fields.optionalObject("system");
    if (system.isEmpty()) {
      return "";
    }
    return system.get().text("implementation") + ", " + system.get().text("version");
  }

  /** Everything that the case says. */
  public Fields fields() throws UnreadableCase {
    return Fields.of(source, root, "");
  }

  /** The network before the start. */
  public Fields topology() throws UnreadableCase {
    return fields().object("topology");
  }

  /** What was done, in order. */
  public List<Fields> events() throws UnreadableCase {
    return fields().objects("events");
  }

  /**
   * What was the same in every run: after the start, and after each event; without fields after an
   * event of which nothing was recorded.
   */
  public List<Fields> expected() throws UnreadableCase {
    Fields expected = fields().object("expected");
    List<Integer> events = recordedAfter();
    Node.Mapping nothing = new Node.Mapping(List.of(), root.place());
    List<Fields> states = new ArrayList<>();
    for (int event = -1; event < events().size(); event++) {
      int phase = events.indexOf(event);
      states.add(
          phase < 0
              ? Fields.of(source, nothing, "expected.phases")
              : expected.objects("phases").get(phase));
    }
    return states;
  }

  /** After which events a state was recorded; -1 stands for the start. */
  private List<Integer> recordedAfter() throws UnreadableCase {
    Fields expected = fields().object("expected");
    List<Fields> phases = expected.objects("phases");
    int events = events().size();
    List<Integer> after = new ArrayList<>();
    int last = -2;
    for (Fields phase : phases) {
      int event = phase.integer("after_event");
      if (event <= last || event >= events) {
        throw phase.wrong("after_event", "the phases must stand in order, one an event at most");
      }
      after.add(event);
      last = event;
    }
    if (after.isEmpty() || after.get(0) != -1) {
      throw expected.wrong("phases", "the first phase is the state after the start, -1");
    }
    return after;
  }

  /** What varied a little between runs, of the phase after event number {@code afterEvent}. */
  public Optional<Fields> measured(int afterEvent) throws UnreadableCase {
    Optional<Fields> measured = fields().optionalObject("measured");
    if (measured.isEmpty()) {
      return Optional.empty();
    }
    for (Fields phase : measured.get().objects("phases")) {
      if (phase.integer("after_event") == afterEvent) {
        return Optional.of(phase);
      }
    }
    return Optional.empty();
  }

  /**
   * A value in which the runs differed: every recorded one is right.
   *
   * @param path in {@code expected}, its steps divided by slashes; a phase's number is one more
   *     than its event's
   * @param values what was recorded
   */
  public record Differing(String path, List<String> values) {
    public Differing {
      values = List.copyOf(values);
    }
  }

  /** The values in which the runs differed; they are not in {@link #expected}. */
  public List<Differing> differing() throws UnreadableCase {
    Optional<Fields> measured = fields().optionalObject("measured");
    List<Differing> differing = new ArrayList<>();
    if (measured.isPresent()) {
      for (Fields item : measured.get().objects("differs_between_runs")) {
        List<String> values = new ArrayList<>();
        for (Node value : item.items("values")) {
          values.add(value instanceof Node.Scalar scalar ? scalar.text() : "");
        }
        differing.add(new Differing(byEvent(item.text("path")), values));
      }
    }
    return differing;
  }

  /**
   * A path in which the phase is numbered by its event, as if a state had been recorded of each.
   */
  private String byEvent(String path) throws UnreadableCase {
    String[] steps = path.split("/", 3);
    List<Integer> events = recordedAfter();
    if (steps.length < 3 || !steps[0].equals("phases") || !steps[1].matches("\\d{1,4}")) {
      return path;
    }
    int phase = Integer.parseInt(steps[1]);
    return phase < events.size() ? "phases/" + (events.get(phase) + 1) + "/" + steps[2] : path;
  }
}
