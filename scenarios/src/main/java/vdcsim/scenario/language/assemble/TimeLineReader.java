package vdcsim.scenario.language.assemble;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vdcsim.kernel.spec.NearNames;
import vdcsim.kernel.world.Action;
import vdcsim.scenario.language.bind.Binder;
import vdcsim.scenario.language.prepare.Expansion;
import vdcsim.scenario.language.problem.Problems;
import vdcsim.scenario.language.shape.Grammar;
import vdcsim.scenario.language.shape.Shape;
import vdcsim.scenario.language.yaml.Node;

/** Binds {@code events:}, each of which has an instant, or several, and one action. */
final class TimeLineReader {
  private final Grammar grammar;
  private final Problems problems;
  private final Binder binder;
  private final Expansion expansion;
  private final Shape times;
  private final List<Happening> happenings = new ArrayList<>();

  TimeLineReader(Grammar grammar, Problems problems, Binder binder, Expansion expansion) {
    this.grammar = grammar;
    this.problems = problems;
    this.binder = binder;
    this.expansion = expansion;
    this.times = new Shape.ListOf(grammar.event().field(Grammar.AT).orElseThrow().shape());
  }

  /** What happens, in the order of the file. */
  List<Happening> read(Node node) {
    if (node instanceof Node.Sequence sequence) {
      for (Expansion.Item item : expansion.listed(sequence, Grammar.EVENTS)) {
        event(item.node(), item.path());
      }
    } else if (!BlueprintReader.isNothing(node)) {
      problems.error(
          node.place(), Grammar.EVENTS, "here stands a list of events, not " + node.describe());
    }
    return happenings;
  }

  private void event(Node item, String path) {
    if (problems.full()) {
      return;
    }
    if (!(item instanceof Node.Mapping mapping)) {
      problems.error(
          item.place(), path, "an event is a map with 'at' and an action, not " + item.describe());
      return;
    }
    List<Node.Entry> actions = new ArrayList<>();
    boolean known = true;
    for (Node.Entry entry : mapping.entries()) {
      if (grammar.actions().containsKey(entry.key())) {
        actions.add(entry);
      } else if (!entry.key().equals(Grammar.AT)) {
        known = false;
        problems.error(
            entry.keyPlace(), path, Binder.unknownKey(entry.key(), grammar.event().keys()));
      }
    }
    List<Long> instants = instants(mapping, path);
    if (actions.size() == 1) {
      instants.forEach(at -> happening(at, actions.get(0), path));
    } else if (known) {
      problems.error(
          item.place(),
          path,
          "an event has one action, this one has "
              + (actions.isEmpty() ? "none" : actions.size())
              + NearNames.hint("", grammar.actions().keySet()));
    }
  }

  private List<Long> instants(Node.Mapping mapping, String path) {
    Node.Entry at = mapping.byKey().get(Grammar.AT);
    if (at == null) {
      problems.error(mapping.place(), path, "the key 'at' is missing, as 'at: 10 s'");
      return List.of();
    }
    Optional<?> bound = binder.bind(at.value(), times, Binder.below(path, Grammar.AT));
    List<Long> instants = new ArrayList<>();
    bound.ifPresent(
        list -> ((List<?>) list).forEach(time -> instants.add(((Duration) time).toNanos())));
    if (bound.isPresent() && instants.isEmpty()) {
      problems.error(
          at.value().place(),
          Binder.below(path, Grammar.AT),
          "'at' needs one instant at least, as 'at: 10 s'");
    }
    return instants;
  }

  private void happening(long atNs, Node.Entry entry, String path) {
    Action<?> action = grammar.actions().get(entry.key());
    String below = Binder.below(path, entry.key());
    binder
        .record(entry.value(), grammar.action(action), below)
        .ifPresent(
            spec ->
                happenings.add(new Happening(atNs, action, spec.value(), entry.value(), below)));
  }
}
