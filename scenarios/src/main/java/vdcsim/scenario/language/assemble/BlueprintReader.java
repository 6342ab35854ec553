package vdcsim.scenario.language.assemble;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vdcsim.kernel.world.Kind;
import vdcsim.kernel.world.Section;
import vdcsim.scenario.language.bind.Binder;
import vdcsim.scenario.language.bind.Names;
import vdcsim.scenario.language.prepare.Expansion;
import vdcsim.scenario.language.prepare.Templates;
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
  private final Expansion expansion;
  private final List<Thing> things = new ArrayList<>();
  private final Map<String, String> sectionOfName = new LinkedHashMap<>();
  private final Set<String> broken = new TreeSet<>();
  private boolean whole = true;

  BlueprintReader(Grammar grammar, Problems problems) {
    this.grammar = grammar;
    this.problems = problems;
    this.binder = new Binder(problems);
    this.expansion = new Expansion(problems);
  }

  /** The blueprint of {@code root}; what is wrong is told to the problems, and left out. */
  Blueprint read(Node.Mapping root) {
    Map<String, Node.Entry> top = root.byKey();
    Templates templates = new Templates(templates(top), problems);
    for (Section section : grammar.sections()) {
      Node.Entry entry = top.get(section.name());
      if (entry != null && !isNothing(entry.value())) {
        section(section, entry.value(), templates);
      }
    }
    templates.warnOfUnused(Optional.ofNullable(top.get(Grammar.VARY)).map(Node.Entry::value));
    List<Happening> happenings =
        top.containsKey(Grammar.EVENTS)
            ? new TimeLineReader(grammar, problems, binder, expansion)
                .read(top.get(Grammar.EVENTS).value())
            : List.of();
    return new Blueprint(things, happenings, broken, whole && !binder.exhausted());
  }

  static boolean isNothing(Node node) {
    return node instanceof Node.Scalar scalar && scalar.isNull();
  }

  private Node.Mapping templates(Map<String, Node.Entry> top) {
    Node types =
        top.containsKey("types")
            ? top.get("types").value()
            : new Node.Mapping(List.of(), Place.NOWHERE);
    if (types instanceof Node.Mapping mapping) {
      return mapping;
    }
    if (!isNothing(types)) {
      problems.error(
          types.place(), "types", "here stands a map from names, not " + types.describe());
    }
    return new Node.Mapping(List.of(), types.place());
  }

  private void section(Section section, Node node, Templates templates) {
    String path = section.name();
    Optional<Shape> shape = Optional.of(grammar.thing(path));
    int before = problems.errors();
    if (section.form() == Section.Form.NAMED && node instanceof Node.Mapping mapping) {
      Node.Mapping resolved = templates.resolve(mapping, path, shape);
      Node.Mapping expanded = expansion.named(resolved, path, shape);
      whole &= problems.errors() == before;
      named(section, expanded);
    } else if (section.form() == Section.Form.LISTED && node instanceof Node.Sequence sequence) {
      Node.Sequence resolved = templates.resolve(sequence, path, shape);
      List<Expansion.Item> items = expansion.listed(resolved, path);
      whole &= problems.errors() == before;
      items.forEach(item -> listed(section, item));
    } else {
      whole = false;
      String wanted = section.form() == Section.Form.NAMED ? "a map from names" : "a list";
      problems.error(node.place(), path, "here stands " + wanted + ", not " + node.describe());
    }
  }

  private void named(Section section, Node.Mapping mapping) {
    for (Node.Entry entry : mapping.entries()) {
      String path = Binder.below(section.name(), entry.key());
      try {
        Names.name(entry.key());
        thing(section, entry.key(), entry.keyPlace(), entry.value(), path);
      } catch (IllegalArgumentException e) {
        problems.error(entry.keyPlace(), path, e.getMessage());
        broken.add(entry.key());
      }
    }
  }

  /** A thing of a list is named by what stands at its shorthand key. */
  private void listed(Section section, Expansion.Item item) {
    String name =
        shorthandValue(item.node(), grammar.thing(section.name()))
            .map(text -> text.strip().replaceAll("\\s+", " "))
            .orElse("");
    thing(section, name, item.node().place(), item.node(), item.path());
  }

  private static Optional<String> shorthandValue(Node node, Shape shape) {
    Optional<Node> value = Optional.of(node);
    if (node instanceof Node.Mapping mapping) {
      value =
          shape instanceof Shape.Fields fields
              ? Optional.ofNullable(mapping.byKey().get(fields.shorthand())).map(Node.Entry::value)
              : Optional.empty();
    }
    return value.filter(Node.Scalar.class::isInstance).map(v -> ((Node.Scalar) v).text());
  }

  private void thing(Section section, String name, Place place, Node node, String path) {
    if (problems.full() || binder.exhausted()) {
      return;
    }
    Optional<Binder.Typed> typed = binder.thing(node, grammar.thing(section.name()), path);
    if (typed.isEmpty()) {
      broken.add(name);
      return;
    }
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
            .filter(k -> k.type().equals(typed.get().type()))
            .findFirst()
            .orElseThrow();
    Binder.Bound bound = typed.get().bound();
    things.add(new Thing(section.name(), name, kind, bound.value(), bound.facets(), node, path));
  }
}
