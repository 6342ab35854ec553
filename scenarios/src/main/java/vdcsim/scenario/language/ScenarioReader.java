package vdcsim.scenario.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.result.Axis;
import vdcsim.kernel.result.ChartRequest;
import vdcsim.kernel.spec.NearNames;
import vdcsim.scenario.language.assemble.Points;
import vdcsim.scenario.language.bind.Binder;
import vdcsim.scenario.language.expect.Expectation;
import vdcsim.scenario.language.expect.Expected;
import vdcsim.scenario.language.prepare.Paths;
import vdcsim.scenario.language.prepare.Unprepared;
import vdcsim.scenario.language.prepare.Variation;
import vdcsim.scenario.language.problem.Problems;
import vdcsim.scenario.language.problem.RefusedScenario;
import vdcsim.scenario.language.shape.Grammar;
import vdcsim.scenario.language.shape.Head;
import vdcsim.scenario.language.yaml.MalformedYaml;
import vdcsim.scenario.language.yaml.Node;
import vdcsim.scenario.language.yaml.Place;
import vdcsim.scenario.language.yaml.SourceText;
import vdcsim.scenario.language.yaml.YamlReader;

/**
 * Reads scenarios: text to nodes, overrides, checks of the head, variation, checks of the points.
 * What it returns can run; what cannot run is refused with everything that is wrong with it.
 */
public final class ScenarioReader {
  private final Grammar grammar;

  /** A reader of the language of {@code grammar}. */
  public ScenarioReader(Grammar grammar) {
    this.grammar = grammar;
  }

  /**
   * Reads a file.
   *
   * @param file the file as the user named it
   * @param bytes what it holds
   * @param overrides of the form {@code path=value}, carried out in order
   * @throws RefusedScenario with every problem of the file
   */
  public Scenario read(String file, byte[] bytes, List<String> overrides) throws RefusedScenario {
    Problems unread = new Problems(SourceText.of(file, ""));
    if (bytes.length > SourceText.MOST_BYTES) {
      unread.error(
          new Place(1, 1),
          "",
          "the file is larger than " + SourceText.MOST_BYTES / 1024 / 1024 + " MiB");
    }
    unread.refuseIfAny();
    Optional<SourceText> source = SourceText.decode(file, bytes);
    if (source.isEmpty()) {
      unread.error(new Place(1, 1), "", "the file is not UTF-8 text");
    }
    unread.refuseIfAny();
    return read(source.orElseThrow(), overrides);
  }

  private Scenario read(SourceText source, List<String> overrides) throws RefusedScenario {
    Problems problems = new Problems(source);
    Node.Mapping root = overridden(root(source, problems), overrides, problems);
    refuseUnknownKeys(root, problems);
    Optional<Head> head = head(root, problems);
    Variation variation = variation(root, problems);
    Points points = new Points(grammar, source, root, variation);
    Map<String, Unit> metrics = points.check(problems, head.map(Head::seed).orElse(0L));
    List<Axis> axes = variation.paths().stream().map(Axes::axis).toList();
    List<Expectation> expectations = expectations(root, head, metrics, axes, problems);
    problems.refuseIfAny();
    return scenario(
        head.orElseThrow(), root, overrides, axes, variation, expectations, points, problems);
  }

  private static Node.Mapping root(SourceText source, Problems problems) throws RefusedScenario {
    try {
      Node node = YamlReader.read(source).orElse(new Node.Mapping(List.of(), new Place(1, 1)));
      if (node instanceof Node.Mapping mapping) {
        Warnings.leadingZeros(mapping, "", problems);
        return mapping;
      }
      problems.error(
          node.place(), "", "a scenario is a map with the keys name, duration, hosts and so on");
    } catch (MalformedYaml e) {
      problems.error(e.place(), "", e.getMessage());
    }
    throw new RefusedScenario(problems.inOrder());
  }

  private static Node.Mapping overridden(
      Node.Mapping root, List<String> overrides, Problems problems) throws RefusedScenario {
    Node.Mapping result = root;
    for (String override : overrides) {
      int equals = override.indexOf('=');
      String path = equals < 0 ? override : override.substring(0, equals).strip();
      try {
        if (equals < 1) {
          throw new Unprepared(
              Place.NOWHERE, path, "an override reads path=value, was '" + override + "'");
        }
        result =
            Paths.set(result, path, overrideValue(override.substring(equals + 1)), Place.NOWHERE);
      } catch (Unprepared | MalformedYaml e) {
        problems.error(Place.NOWHERE, path, "--set " + override + ": " + e.getMessage());
      }
    }
    problems.refuseIfAny();
    return result;
  }

  private static Node overrideValue(String text) throws MalformedYaml {
    return YamlReader.read(SourceText.of("--set", text))
        .orElse(new Node.Scalar(text, false, Place.NOWHERE));
  }

  private void refuseUnknownKeys(Node.Mapping root, Problems problems) {
    List<String> known = grammar.topKeys();
    for (Node.Entry entry : root.entries()) {
      if (!known.contains(entry.key())) {
        problems.error(entry.keyPlace(), "", Binder.unknownKey(entry.key(), known));
      }
    }
  }

  private Optional<Head> head(Node.Mapping root, Problems problems) {
    List<Node.Entry> entries =
        root.entries().stream()
            .filter(entry -> grammar.head().field(entry.key()).isPresent())
            .toList();
    return new Binder(problems)
        .record(new Node.Mapping(entries, root.place()), grammar.head(), "")
        .map(bound -> (Head) bound.value());
  }

  private Variation variation(Node.Mapping root, Problems problems) {
    Node.Entry vary = root.byKey().get("vary");
    if (vary == null || (vary.value() instanceof Node.Scalar scalar && scalar.isNull())) {
      return Variation.none();
    }
    try {
      Variation variation = Variation.read(vary.value());
      for (Variation.Varied varied : variation.paths()) {
        refuseHeadKey(varied, problems);
      }
      return problems.hasErrors() ? Variation.none() : variation;
    } catch (Unprepared e) {
      problems.error(e.place(), e.path(), e.getMessage());
      return Variation.none();
    }
  }

  /** A path names something of the world: the head holds for all points alike. */
  private void refuseHeadKey(Variation.Varied varied, Problems problems) {
    String first = varied.path().replaceAll("[.\\[].*", "");
    List<String> known = new ArrayList<>(grammar.sections().stream().map(s -> s.name()).toList());
    known.add("types");
    known.add("events");
    if (!known.contains(first)) {
      problems.error(
          varied.place(),
          "vary",
          "a varied path starts with a section; '"
              + varied.path()
              + "' starts with '"
              + first
              + "'"
              + NearNames.hint(first, known));
    }
  }

  private static List<Expectation> expectations(
      Node.Mapping root,
      Optional<Head> head,
      Map<String, Unit> metrics,
      List<Axis> axes,
      Problems problems) {
    boolean metricsKnown = !problems.hasErrors();
    List<Expectation> expectations = new ArrayList<>();
    List<Head.Expect> written = head.map(Head::expect).orElse(List.of());
    for (int i = 0; i < written.size(); i++) {
      try {
        Expected expected = new Expected(written.get(i));
        if (metricsKnown) {
          expected.checkAgainst(metrics, axes);
        }
        expectations.add(expected);
      } catch (IllegalArgumentException e) {
        problems.error(item(root, "expect", i).place(), "expect[" + i + "]", e.getMessage());
      }
    }
    return expectations;
  }

  private static Node item(Node.Mapping root, String key, int index) {
    Node value = root.byKey().get(key).value();
    return value instanceof Node.Sequence sequence ? sequence.items().get(index) : value;
  }

  private static Scenario scenario(
      Head head,
      Node.Mapping root,
      List<String> overrides,
      List<Axis> axes,
      Variation variation,
      List<Expectation> expectations,
      Points points,
      Problems problems) {
    return new Scenario(
        head.name(),
        head.about().orElse(""),
        head.topic(),
        head.seed(),
        head.duration(),
        head.warmUp(),
        head.replications(),
        axes,
        variation.points(),
        head.measure(),
        head.charts().stream().map(ScenarioReader::chart).toList(),
        expectations,
        List.copyOf(overrides),
        Canonical.sha256(root),
        problems.inOrder(),
        points::build);
  }

  private static ChartRequest chart(Head.Chart chart) {
    return new ChartRequest(
        chart.title().orElse(""),
        ChartRequest.Kind.valueOf(chart.type().name().toUpperCase(Locale.ROOT)),
        chart.metric(),
        chart.x(),
        chart.logX(),
        chart.logY());
  }
}
