package vdcsim.scenario.language.assemble;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.quantity.Unit;
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

  /** The points of {@code root} under {@code variation}. */
  public Points(Grammar grammar, SourceText source, Node.Mapping root, Variation variation) {
    this.grammar = grammar;
    this.source = source;
    this.root = root;
    this.variation = variation;
  }

  /**
   * Checks enough points to meet every varied value once, the first point among them: a wrong value
   * is wrong at whichever point it stands.
   *
   * @return the metrics of the worlds that were built, with their units
   */
  public Map<String, Unit> check(Problems problems, long seed) {
    Map<String, Unit> metrics = new TreeMap<>();
    Set<String> met = new TreeSet<>();
    for (int point = 0; point < variation.points().size(); point++) {
      boolean news = point == 0;
      List<Integer> settings = variation.points().get(point);
      for (int axis = 0; axis < settings.size(); axis++) {
        news |= met.add(axis + ":" + settings.get(axis));
      }
      if (news && !checkOne(point, problems, seed, metrics)) {
        break;
      }
    }
    return metrics;
  }

  private boolean checkOne(int point, Problems problems, long seed, Map<String, Unit> metrics) {
    Optional<Blueprint> blueprint = blueprint(point, problems);
    if (blueprint.isPresent() && !problems.hasErrors()) {
      Simulation simulation = new Simulation(seed, 0);
      new Assembly(grammar, problems, simulation).build(blueprint.get());
      metrics.putAll(simulation.metrics().units());
    }
    return !problems.hasErrors();
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
    try {
      for (int axis = 0; axis < settings.size(); axis++) {
        Variation.Varied varied = variation.paths().get(axis);
        Node value = varied.values().get(settings.get(axis));
        prepared = Paths.set(prepared, varied.path(), value, varied.place());
      }
    } catch (Unprepared e) {
      problems.error(e.place(), "vary." + e.path(), e.getMessage());
      return Optional.empty();
    }
    return Optional.of(new BlueprintReader(grammar, problems).read(prepared));
  }
}
