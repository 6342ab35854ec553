package vdcsim.scenario.language.assemble;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vdcsim.kernel.spec.NearNames;
import vdcsim.kernel.world.Action;
import vdcsim.kernel.world.Kind;
import vdcsim.kernel.world.Section;
import vdcsim.scenario.language.bind.Binder;
import vdcsim.scenario.language.bind.Names;
import vdcsim.scenario.language.prepare.Expansion;
import vdcsim.scenario.language.prepare.Templates;
import vdcsim.scenario.language.prepare.Unprepared;
import vdcsim.scenario.language.problem.Problems;
import vdcsim.scenario.language.shape.Grammar;
import vdcsim.scenario.language.shape.Shape;
import vdcsim.scenario.language.yaml.Node;
import vdcsim.scenario.language.yaml.Place;

/** Binds the sections and the time line of one point. */
final class BlueprintReader {
  private final Grammar grammar;
  private final Problems problems;
  private final Binder binder;
  private final List<Thing> things = new ArrayList<>();
  private final List<Happening> happenings = new ArrayList<>();
  private final Map<String, String> sectionOfName = new LinkedHashMap<>();

  BlueprintReader(Grammar grammar, Problems problems) {
    this.grammar = grammar;
    this.problems = problems;
    this.binder = new Binder(problems);
  }

  /** The blueprint of {@code root}; what is wrong is told to the problems, and left out. */
  Blueprint read(Node.Mapping root) {
    Map<String, Node.Entry> top = root.byKey();
    Templates templates = new Templates(mapping(top.get("types"), "types"));
    for (Section section : grammar.sections()) {
      Node.Entry entry = top.get(section.name());
      if (entry != null && !isNothing(entry.value())) {
        section(section, entry.value(), templates);
      }
    }
    if (top.containsKey("events")) {
      events(top.get("events").value());
    }
    return new Blueprint(things, happenings);
  }

  private static boolean isNothing(Node node) {
    return node instanceof Node.Scalar scalar && scalar.isNull();
  }

  private Node.Mapping mapping(Node.Entry entry, String path) {
    if (entry != null && entry.value() instanceof Node.Mapping mapping) {
      return mapping;
    }
    if (entry != null && !isNothing(entry.value())) {
      problems.error(
          entry.value().place(),
          path,
          "here stands a map from names, not " + entry.value().describe());
    }
    return new Node.Mapping(List.of(), Place.NOWHERE);
  }

  private void section(Section section, Node node, Templates templates) {
    try {
      if (section.form() == Section.Form.NAMED && node instanceof Node.Mapping mapping) {
        named(section, Expansion.named(templates.resolve(mapping, section.name()), section.name()));
      } else if (section.form() == Section.Form.LISTED && node instanceof Node.Sequence sequence) {
        listed(
            section, Expansion.listed(templates.resolve(sequence, section.name()), section.name()));
      } else {
        String wanted = section.form() == Section.Form.NAMED ? "a map from names" : "a list";
        problems.error(
            node.place(), section.name(), "here stands " + wanted + ", not " + node.describe());
      }
    } catch (Unprepared e) {
      problems.error(e.place(), e.path(), e.getMessage());
    }
  }

  private void named(Section section, Node.Mapping mapping) {
    for (Node.Entry entry : mapping.entries()) {
      String path = Binder.below(section.name(), entry.key());
      try {
        Names.name(entry.key());
      } catch (IllegalArgumentException e) {
        problems.error(entry.keyPlace(), path, e.getMessage());
        continue;
      }
      thing(section, entry.key(), entry.keyPlace(), entry.value(), path);
    }
  }

  private void listed(Section section, Node.Sequence sequence) {
    for (int i = 0; i < sequence.items().size(); i++) {
      Node item = sequence.items().get(i);
      thing(section, "", item.place(), item, section.name() + "[" + i + "]");
    }
  }

  private void thing(Section section, String givenName, Place place, Node node, String path) {
    Optional<Binder.Chosen> chosen = binder.choose(node, grammar.thing(section.name()), path);
    if (chosen.isEmpty()) {
      return;
    }
    Shape.Fields fields = chosen.get().fields();
    Optional<Binder.Bound> bound = binder.record(chosen.get().node(), fields, path);
    if (bound.isEmpty()) {
      return;
    }
    String name = givenName.isEmpty() ? shorthandValue(chosen.get().node(), fields) : givenName;
    String before = sectionOfName.putIfAbsent(name, section.name());
    if (before != null) {
      problems.error(
          place,
          path,
          "the name '" + name + "' stands already in '" + before + "'; names are unique");
      return;
    }
    Kind<?> kind =
        grammar.kinds(section.name()).stream()
            .filter(k -> k.type().equals(chosen.get().type()))
            .findFirst()
            .orElseThrow();
    things.add(
        new Thing(
            section.name(),
            name,
            kind,
            bound.get().value(),
            bound.get().facets(),
            chosen.get().node(),
            path));
  }

  private static String shorthandValue(Node node, Shape.Fields fields) {
    Node value =
        node instanceof Node.Mapping mapping
            ? mapping.byKey().get(fields.shorthand()).value()
            : node;
    return ((Node.Scalar) value).text().strip().replaceAll("\\s+", " ");
  }

  private void events(Node node) {
    if (isNothing(node)) {
      return;
    }
    if (!(node instanceof Node.Sequence sequence)) {
      problems.error(
          node.place(), "events", "here stands a list of events, not " + node.describe());
      return;
    }
    for (int i = 0; i < sequence.items().size(); i++) {
      event(sequence.items().get(i), "events[" + i + "]");
    }
  }

  private void event(Node item, String path) {
    if (!(item instanceof Node.Mapping mapping)) {
      problems.error(
          item.place(), path, "an event is a map with 'at' and an action, not " + item.describe());
      return;
    }
    List<Node.Entry> actions = new ArrayList<>();
    for (Node.Entry entry : mapping.entries()) {
      if (grammar.actions().containsKey(entry.key())) {
        actions.add(entry);
      } else if (!entry.key().equals(Grammar.AT)) {
        List<String> known = grammar.event().keys();
        problems.error(entry.keyPlace(), path, Binder.unknownKey(entry.key(), known));
      }
    }
    if (actions.size() != 1) {
      String known = NearNames.hint("", grammar.actions().keySet());
      problems.error(
          item.place(), path, "an event has one action, this one has " + actions.size() + known);
      return;
    }
    instants(mapping, path).forEach(at -> happening(at, actions.get(0), path));
  }

  private List<Long> instants(Node.Mapping mapping, String path) {
    Node.Entry at = mapping.byKey().get(Grammar.AT);
    if (at == null) {
      problems.error(mapping.place(), path, "the key 'at' is missing, as 'at: 10 s'");
      return List.of();
    }
    Shape times = new Shape.ListOf(grammar.event().field(Grammar.AT).orElseThrow().shape());
    Optional<?> bound = binder.bind(at.value(), times, path + ".at");
    List<Long> instants = new ArrayList<>();
    bound.ifPresent(
        list -> ((List<?>) list).forEach(time -> instants.add(((Duration) time).toNanos())));
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
