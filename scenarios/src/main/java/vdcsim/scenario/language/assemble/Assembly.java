package vdcsim.scenario.language.assemble;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.world.Action;
import vdcsim.kernel.world.Facet;
import vdcsim.kernel.world.Inspection;
import vdcsim.kernel.world.Kind;
import vdcsim.kernel.world.Remark;
import vdcsim.kernel.world.Wiring;
import vdcsim.kernel.world.World;
import vdcsim.scenario.language.bind.Binder;
import vdcsim.scenario.language.problem.Problems;
import vdcsim.scenario.language.shape.Grammar;
import vdcsim.scenario.language.yaml.Node;
import vdcsim.scenario.language.yaml.Place;

/** Builds a world in two passes, and plans what happens in it. */
final class Assembly {
  /** A range that is wrong is wrong many times: the first few say enough. */
  private static final int MOST_AT_A_PLACE = 3;

  /** To find what was meant takes a look at every name, so that more would take long. */
  private static final int MOST_REFUSED = 100;

  private final Grammar grammar;
  private final Problems problems;
  private final World world;
  private final Set<String> broken = new TreeSet<>();
  private final Map<Place, Integer> told = new HashMap<>();

  /** How many names the world had when each thing of the blueprint was made. */
  private final List<Integer> namesAfter = new ArrayList<>();

  private int refused;

  Assembly(Grammar grammar, Problems problems, Simulation simulation) {
    this.grammar = grammar;
    this.problems = problems;
    this.world = new World(simulation);
  }

  /**
   * The world of a blueprint; what cannot be is told to the problems. Of what is wrong only because
   * a thing that it names is wrong nothing is told.
   */
  World build(Blueprint blueprint) {
    broken.addAll(blueprint.broken());
    List<Pending> pending = new ArrayList<>();
    // What a higher module adds to things is connected when all things themselves are.
    List<Pending> added = new ArrayList<>();
    for (Thing thing : blueprint.things()) {
      if (!attempt(thing.node(), thing.path(), () -> make(thing, pending, added))) {
        broken.add(thing.name());
      }
      namesAfter.add(world.size());
    }
    pending.addAll(added);
    for (Pending wiring : pending) {
      if (!attempt(wiring.node(), wiring.path(), () -> wiring.wiring().connect())) {
        broken.add(wiring.name());
      }
    }
    boolean isWhole = !problems.hasErrors();
    for (Happening happening : blueprint.happenings()) {
      attempt(happening.node(), happening.path(), () -> plan(happening));
    }
    if (isWhole) {
      inspect(blueprint);
    }
    return world;
  }

  /** A second pass that is still to come, and where to complain. */
  private record Pending(Wiring wiring, String name, Node node, String path) {}

  private void make(Thing thing, List<Pending> pending, List<Pending> added) {
    pending.add(pending(make(thing.kind(), thing.name(), thing.spec()), thing));
    for (Facet<?> facet : grammar.facets(thing.section())) {
      Object spec = thing.facets().get(facet.key());
      if (spec != null) {
        added.add(pending(make(facet, thing.name(), spec), thing));
      }
    }
  }

  private static Pending pending(Wiring wiring, Thing thing) {
    return new Pending(wiring, thing.name(), thing.node(), thing.path());
  }

  private <S extends Record> Wiring make(Kind<S> kind, String name, Object spec) {
    return kind.maker().make(name, kind.spec().cast(spec), world);
  }

  private <S extends Record> Wiring make(Facet<S> facet, String name, Object spec) {
    return facet.maker().make(name, facet.spec().cast(spec), world);
  }

  private void plan(Happening happening) {
    Runnable effect = plan(happening.action(), happening.spec());
    world.simulation().schedule(happening.atNs(), effect);
  }

  private <S extends Record> Runnable plan(Action<S> action, Object spec) {
    return action.planner().plan(action.spec().cast(spec), world);
  }

  /** Whether the step could be done. */
  private boolean attempt(Node node, String path, Runnable step) {
    if (problems.full() || refused >= MOST_REFUSED) {
      return false;
    }
    try {
      step.run();
      return true;
    } catch (Refusal refusal) {
      refused++;
      Place place = place(node, refusal.key());
      boolean consequence = !broken.isEmpty() && Mentions.any(node, broken);
      if (!consequence && told.merge(place, 1, Integer::sum) <= MOST_AT_A_PLACE) {
        problems.error(place, path(path, refusal.key()), refusal.getMessage());
      }
      return false;
    }
  }

  private void inspect(Blueprint blueprint) {
    Map<String, Thing> makers = makers(blueprint.things());
    for (Inspection inspection : grammar.inspections()) {
      for (Remark remark : inspection.inspect(world)) {
        Thing thing = makers.get(remark.thing());
        boolean itself = thing.name().equals(remark.thing());
        String key = itself ? found(thing.node(), remark.keys()) : "";
        Place place = at(thing.node(), key).orElse(thing.node()).place();
        if (remark.wrong()) {
          problems.error(place, path(thing.path(), key), remark.sentence());
        } else {
          problems.warning(place, path(thing.path(), key), remark.sentence());
        }
      }
    }
  }

  /** By name what made it: a thing itself, or another one, as a fabric makes hosts and routers. */
  private Map<String, Thing> makers(List<Thing> things) {
    Map<String, Thing> makers = new HashMap<>();
    List<String> names = world.names();
    int made = 0;
    for (int i = 0; i < things.size(); i++) {
      for (; made < namesAfter.get(i); made++) {
        makers.put(names.get(made), things.get(i));
      }
    }
    return makers;
  }

  private static String found(Node node, List<String> keys) {
    return keys.stream().filter(key -> at(node, key).isPresent()).findFirst().orElse("");
  }

  /** What stands at a path below a node, its steps divided by dots. */
  private static Optional<Node> at(Node node, String path) {
    Node here = node;
    for (String step : path.isEmpty() ? new String[0] : path.split("\\.")) {
      if (!(here instanceof Node.Mapping mapping) || !mapping.byKey().containsKey(step)) {
        return Optional.empty();
      }
      here = mapping.byKey().get(step).value();
    }
    return Optional.of(here);
  }

  private static Place place(Node node, String key) {
    if (node instanceof Node.Mapping mapping && mapping.byKey().containsKey(key)) {
      return mapping.byKey().get(key).value().place();
    }
    return node.place();
  }

  private static String path(String path, String key) {
    return key.isEmpty() ? path : Binder.below(path, key);
  }
}
