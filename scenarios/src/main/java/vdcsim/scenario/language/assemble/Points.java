package vdcsim.scenario.language.assemble;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.result.Measurement;
import vdcsim.kernel.world.World;
import vdcsim.scenario.language.prepare.Paths;
import vdcsim.scenario.language.prepare.Unprepared;
import vdcsim.scenario.language.prepare.Variation;
import vdcsim.scenario.language.problem.Problems;
import vdcsim.scenario.language.problem.RefusedScenario;
import vdcsim.scenario.language.shape.Grammar;
import vdcsim.scenario.language.yaml.Node;
import vdcsim.scenario.language.yaml.SourceText;

/** The points of a scenario: each can be checked, and its world built. */
public final class Points {
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
   * Checks as many points as time allows, the first among them.
   *
   * @return what the worlds measure, by name; nothing where the first world could not be built
   * @see PointCheck
   */
  public Optional<Map<String, Measurement>> check(Problems problems, long seed) {
    return new PointCheck(this, variation, source, seed).check(problems);
  }

  /** How many things were made; their metrics are added to {@code metrics}. */
  int checkOne(int point, Problems problems, long seed, Map<String, Measurement> metrics) {
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
