package vdcsim.scenario.language;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vdcsim.kernel.result.Axis;
import vdcsim.kernel.result.ChartRequest;
import vdcsim.kernel.result.Measurement;
import vdcsim.kernel.spec.NearNames;
import vdcsim.scenario.language.assemble.Points;
import vdcsim.scenario.language.bind.Binder;
import vdcsim.scenario.language.expect.Expectation;
import vdcsim.scenario.language.prepare.Variation;
import vdcsim.scenario.language.problem.Problems;
import vdcsim.scenario.language.problem.RefusedScenario;
import vdcsim.scenario.language.shape.Grammar;
import vdcsim.scenario.language.shape.Head;
import vdcsim.scenario.language.yaml.Beside;
import vdcsim.scenario.language.yaml.MalformedYaml;
import vdcsim.scenario.language.yaml.Node;
import vdcsim.scenario.language.yaml.Place;
import vdcsim.scenario.language.yaml.Printable;
import vdcsim.scenario.language.yaml.SourceText;
import vdcsim.scenario.language.yaml.YamlReader;

/**
 * Reads scenarios: text to nodes, overrides, checks of the head, variation, checks of the points,
 * checks of what is claimed of their metrics. What it returns can run; what cannot run is refused
 * with everything that is wrong with it.
 */
public final class ScenarioReader {
  private final Grammar grammar;
  private final Overrides overriding;

  /** A reader of the language of {@code grammar}. */
  public ScenarioReader(Grammar grammar) {
    this.grammar = grammar;
    this.overriding = new Overrides(grammar);
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
    return read(file, bytes, overrides, Beside.NOTHING);
  }

  /**
   * Reads a file that may name others.
   *
   * @param file the file as the user named it
   * @param bytes what it holds
   * @param overrides of the form {@code path=value}, carried out in order
   * @param beside the files that it may name
   * @throws RefusedScenario with every problem of the file
   */
  public Scenario read(String file, byte[] bytes, List<String> overrides, Beside beside)
      throws RefusedScenario {
    try {
      return read(SourceText.decode(file, bytes).with(beside), overrides);
    } catch (MalformedYaml e) {
      Problems unread = new Problems(SourceText.of(file, ""));
      unread.error(e.place(), e.path(), e.getMessage());
      throw new RefusedScenario(unread.inOrder());
    }
  }

  private Scenario read(SourceText source, List<String> overrides) throws RefusedScenario {
    Problems problems = new Problems(source);
    Node.Mapping root = overriding.carryOut(root(source, problems), overrides, problems);
    refuseUnknownKeys(root, problems);
    Optional<Head> head = new HeadReader(grammar.head(), problems).read(root);
    Variation variation = variation(root, problems);
    Points points = new Points(grammar, source, root, variation);
    Optional<Map<String, Measurement>> metrics =
        points.check(problems, head.map(Head::seed).orElse(0L));
    List<Axis> axes = variation.paths().stream().map(Axes::axis).toList();
    List<Expectation> expectations =
        new Claims(grammar.head(), metrics, axes, problems).check(root);
    head.ifPresent(h -> Warnings.lateEvents(root, h.duration(), problems));
    problems.refuseIfAny();
    return scenario(
        head.orElseThrow(),
        Canonical.sha256(root, source.beside().known().values()),
        overrides,
        axes,
        variation,
        expectations,
        points,
        problems);
  }

  private static Node.Mapping root(SourceText source, Problems problems) throws RefusedScenario {
    try {
      Node node =
          YamlReader.read(source, e -> problems.error(e.place(), e.path(), e.getMessage()))
              .orElse(new Node.Mapping(List.of(), new Place(1, 1)));
      if (node instanceof Node.Mapping mapping) {
        Warnings.leadingZeros(mapping, "", problems);
        return mapping;
      }
      problems.error(
          node.place(), "", "a scenario is a map with the keys name, duration, hosts and so on");
    } catch (MalformedYaml e) {
      problems.error(e.place(), e.path(), e.getMessage());
    }
    throw new RefusedScenario(problems.inOrder());
  }

  private void refuseUnknownKeys(Node.Mapping root, Problems problems) {
    List<String> known = grammar.topKeys();
    for (Node.Entry entry : root.entries()) {
      if (!known.contains(entry.key()) && !problems.full()) {
        problems.error(entry.keyPlace(), "", Binder.unknownKey(entry.key(), known));
      }
    }
  }

  private Variation variation(Node.Mapping root, Problems problems) {
    Node.Entry vary = root.byKey().get("vary");
    if (vary == null || (vary.value() instanceof Node.Scalar scalar && scalar.isNull())) {
      return Variation.none();
    }
    return Variation.read(vary.value(), problems, varied -> startsInWorld(varied, problems));
  }

  /** A path names something of the world: the head holds for all points alike. */
  private boolean startsInWorld(Variation.Varied varied, Problems problems) {
    String first = varied.path().split("[.\\[]", 2)[0];
    List<String> known =
        Stream.concat(
                grammar.sections().stream().map(section -> section.name()),
                Stream.of("types", Grammar.EVENTS))
            .toList();
    if (known.contains(first)) {
      return true;
    }
    problems.error(
        varied.place(),
        "vary",
        "a varied path starts with a section; '"
            + Printable.shorten(varied.path())
            + "' starts with '"
            + Printable.shorten(first)
            + "'"
            + NearNames.hint(first, known));
    return false;
  }

  private static Scenario scenario(
      Head head,
      String sha256,
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
        sha256,
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
