package vdcsim.scenario.language.assemble;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.result.Measurement;
import vdcsim.kernel.world.World;
import vdcsim.scenario.language.prepare.Paths;
import vdcsim.scenario.language.prepare.Unprepared;
import vdcsim.scenario.language.prepare.Variation;
import vdcsim.scenario.language.problem.Problem;
import vdcsim.scenario.language.problem.Problems;
import vdcsim.scenario.language.problem.RefusedScenario;
import vdcsim.scenario.language.shape.Grammar;
import vdcsim.scenario.language.yaml.Node;
import vdcsim.scenario.language.yaml.Place;
import vdcsim.scenario.language.yaml.SourceText;

/** The points of a scenario: each can be checked, and its world built. */
public final class Points {
  /**
   * How many things a check makes, over all the worlds that it builds: enough for fifty points of a
   * thousand hosts, and done in a second or two.
   */
  private static final long MOST_THINGS = 50_000;

  private final Grammar grammar;
  private final SourceText source;
  private final Node.Mapping root;
  private final Variation variation;
  private final Paths paths;

  /** The points of {@code root} under {@code variation}. */
  public Points(Grammar grammar, SourceText source, Node.Mapping root, Variation variation) {
    this.grammar = grammar;
    this.source = source;
    this.root = root;
    this.variation = variation;
    this.paths = new Paths(grammar);
  }

  /**
   * Checks enough points to meet every varied value once, the first point among them: a wrong value
   * is wrong at whichever point it stands. Of very many values in large worlds the first and the
   * last of each path are checked, and as many others as a second or two allow; the rest is checked
   * when its world is built.
   *
   * @return what the worlds measure, by name; nothing where the first world could not be built
   */
  public Optional<Map<String, Measurement>> check(Problems problems, long seed) {
    Map<String, Measurement> metrics = new TreeMap<>();
    Problems first = new Problems(source);
    long things = 1L + checkOne(0, first, seed, metrics);
    problems.addAll(first);
    for (Trial trial : trials()) {
      if (problems.full() || things > MOST_THINGS) {
        break;
      }
      Problems found = new Problems(source);
      things += 1L + checkOne(trial.point(), found, seed, metrics);
      tell(found, trial, first, problems);
    }
    return first.hasErrors() ? Optional.empty() : Optional.of(metrics);
  }

  /** A point that is checked for the sake of values that no other point had: {axis, value}. */
  private record Trial(int point, List<int[]> news) {}

  /** For each path the last of its trials comes first, so that both its ends are checked. */
  private List<Trial> trials() {
    Set<Long> met = new HashSet<>();
    Map<Integer, List<Trial>> byAxis = new TreeMap<>();
    for (int point : variation.representatives()) {
      List<Integer> settings = variation.points().get(point);
      List<int[]> news = new ArrayList<>();
      for (int axis = 0; axis < settings.size(); axis++) {
        if (met.add(((long) axis << 32) + settings.get(axis))) {
          news.add(new int[] {axis, settings.get(axis)});
        }
      }
      if (point > 0 && !news.isEmpty()) {
        byAxis
            .computeIfAbsent(news.get(0)[0], axis -> new ArrayList<>())
            .add(new Trial(point, news));
      }
    }
    List<Trial> trials = new ArrayList<>();
    byAxis.values().forEach(list -> trials.add(list.remove(list.size() - 1)));
    byAxis.values().forEach(trials::addAll);
    return trials;
  }

  /**
   * Tells what is wrong with a trial. What was not wrong in the first point is the fault of the
   * varied value, and is told there.
   */
  private void tell(Problems found, Trial trial, Problems first, Problems problems) {
    for (Problem problem : found.inOrder()) {
      if (first.has(problem)) {
        continue;
      }
      boolean there =
          first.hasErrors()
              || problem.severity() == Problem.Severity.WARNING
              || trial.news().stream().anyMatch(news -> within(problem, value(news)));
      if (there) {
        problems.add(problem);
      } else {
        int[] news = trial.news().get(0);
        String setting =
            variation.paths().get(news[0]).path() + ": " + Variation.shown(value(news));
        problems.error(
            value(news).place(), problem.path(), problem.message() + " (with " + setting + ")");
      }
    }
  }

  private Node value(int[] news) {
    return variation.paths().get(news[0]).values().get(news[1]);
  }

  private static boolean within(Problem problem, Node node) {
    Place place = node.place();
    if (problem.line() == place.line() && problem.column() == place.column()) {
      return true;
    } else if (node instanceof Node.Sequence sequence) {
      return sequence.items().stream().anyMatch(item -> within(problem, item));
    } else if (node instanceof Node.Mapping mapping) {
      return mapping.entries().stream()
          .anyMatch(
              entry ->
                  within(problem, entry.value())
                      || (problem.line() == entry.keyPlace().line()
                          && problem.column() == entry.keyPlace().column()));
    }
    return false;
  }

  /** How many things were made; their metrics are added to {@code metrics}. */
  private int checkOne(int point, Problems problems, long seed, Map<String, Measurement> metrics) {
    Optional<Blueprint> read = blueprint(point, problems);
    if (read.isEmpty() || !read.get().whole() || problems.full()) {
      return read.map(blueprint -> blueprint.things().size()).orElse(0);
    }
    Simulation simulation = new Simulation(seed, 0);
    new Assembly(grammar, problems, simulation).build(read.get());
    if (!problems.hasErrors()) {
      addMetrics(simulation, metrics);
    }
    return read.get().things().size();
  }

  /** A figure that does not exist before the run is there by name and unit. */
  private static void addMetrics(Simulation simulation, Map<String, Measurement> metrics) {
    simulation.metrics().read().forEach(m -> metrics.putIfAbsent(m.metric(), m));
    for (Map.Entry<String, Unit> entry : simulation.metrics().units().entrySet()) {
      metrics.putIfAbsent(
          entry.getKey(), new Measurement.Scalar(entry.getKey(), entry.getValue(), Double.NaN));
    }
  }

  /**
   * The connected world of a point.
   *
   * @throws RefusedScenario if the point is wrong in a way that no single value is
   */
  public World build(int point, Simulation simulation) throws RefusedScenario {
    Problems problems = new Problems(source);
    Optional<Blueprint> blueprint = blueprint(point, problems);
    problems.refuseIfAny();
    World world = new Assembly(grammar, problems, simulation).build(blueprint.orElseThrow());
    problems.refuseIfAny();
    return world;
  }

  private Optional<Blueprint> blueprint(int point, Problems problems) {
    Node.Mapping prepared = root;
    List<Integer> settings = variation.points().get(point);
    boolean good = true;
    for (int axis = 0; axis < settings.size(); axis++) {
      Variation.Varied varied = variation.paths().get(axis);
      Node value = varied.values().get(settings.get(axis));
      try {
        prepared = paths.set(prepared, varied.path(), value, varied.place());
      } catch (Unprepared e) {
        problems.error(e.place(), "vary." + e.path(), e.getMessage());
        good = false;
      }
    }
    BlueprintReader reader = new BlueprintReader(grammar, problems);
    return good || point == 0 ? Optional.of(reader.read(prepared)) : Optional.empty();
  }
}
