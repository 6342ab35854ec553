package vdcsim.scenario.language.assemble;

import java.util.ArrayList;
import java.util.List;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.world.Action;
import vdcsim.kernel.world.Facet;
import vdcsim.kernel.world.Kind;
import vdcsim.kernel.world.Wiring;
import vdcsim.kernel.world.World;
import vdcsim.scenario.language.bind.Binder;
import vdcsim.scenario.language.problem.Problems;
import vdcsim.scenario.language.shape.Grammar;
import vdcsim.scenario.language.yaml.Node;
import vdcsim.scenario.language.yaml.Place;

/** Builds a world in two passes, and plans what happens in it. */
final class Assembly {
  private final Grammar grammar;
  private final Problems problems;
  private final World world;

  Assembly(Grammar grammar, Problems problems, Simulation simulation) {
    this.grammar = grammar;
    this.problems = problems;
    this.world = new World(simulation);
  }

  /** The world of a blueprint; what cannot be is told to the problems. */
  World build(Blueprint blueprint) {
    List<Pending> pending = new ArrayList<>();
    for (Thing thing : blueprint.things()) {
      attempt(thing.node(), thing.path(), () -> pending.add(makeThing(thing)));
    }
    // What a higher module adds to things is connected when the things themselves are.
    for (Thing thing : blueprint.things()) {
      attempt(thing.node(), thing.path(), () -> pending.addAll(makeFacets(thing)));
    }
    for (Pending wiring : pending) {
      attempt(wiring.node(), wiring.path(), () -> wiring.wiring().connect());
    }
    for (Happening happening : blueprint.happenings()) {
      attempt(happening.node(), happening.path(), () -> plan(happening));
    }
    return world;
  }

  /** A second pass that is still to come, and where to complain. */
  private record Pending(Wiring wiring, Node node, String path) {}

  private Pending makeThing(Thing thing) {
    Wiring wiring = make(thing.kind(), thing.name(), thing.spec());
    return new Pending(wiring, thing.node(), thing.path());
  }

  private List<Pending> makeFacets(Thing thing) {
    List<Pending> pending = new ArrayList<>();
    for (Facet<?> facet : grammar.facets(thing.section())) {
      Object spec = thing.facets().get(facet.key());
      if (spec != null) {
        pending.add(new Pending(make(facet, thing.name(), spec), thing.node(), thing.path()));
      }
    }
    return pending;
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

  private void attempt(Node node, String path, Runnable step) {
    try {
      step.run();
    } catch (Refusal refusal) {
      problems.error(place(node, refusal.key()), path(path, refusal.key()), refusal.getMessage());
    }
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
