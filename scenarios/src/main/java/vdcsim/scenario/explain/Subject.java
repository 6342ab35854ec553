package vdcsim.scenario.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vdcsim.kernel.world.Kind;
import vdcsim.kernel.world.Section;
import vdcsim.scenario.language.shape.Grammar;
import vdcsim.scenario.language.shape.Shape;

/**
 * A key of the language, or one of the kinds that share a section: something that a page can be
 * about.
 *
 * @param parent what it stands in; empty at the top
 * @param name the key, or the kind's type
 * @param doc what it means
 * @param shape what may stand there
 * @param field how it is declared, where it is a key of a record
 * @param kind whether it is a kind, so that its name is no key but a value of {@code type}
 */
record Subject(
    Optional<Subject> parent,
    String name,
    String doc,
    Shape shape,
    Optional<Shape.Field> field,
    boolean kind) {

  /** The keys at the top of a scenario, those that are prepared left out. */
  static List<Subject> top(Grammar grammar) {
    List<Subject> subjects = new ArrayList<>();
    grammar.head().fields().forEach(f -> subjects.add(ofField(Optional.empty(), f)));
    for (Section section : grammar.sections()) {
      Shape shape = grammar.top(section.name()).orElseThrow();
      subjects.add(
          new Subject(
              Optional.empty(), section.name(), section.doc(), shape, Optional.empty(), false));
    }
    Shape events = grammar.top("events").orElseThrow();
    String doc = "The time line: what happens at which instant.";
    subjects.add(new Subject(Optional.empty(), "events", doc, events, Optional.empty(), false));
    return subjects;
  }

  private static Subject ofField(Optional<Subject> parent, Shape.Field field) {
    return new Subject(parent, field.key(), field.doc(), field.shape(), Optional.of(field), false);
  }

  /** The path, the names of things left out. */
  String path() {
    return parent.map(p -> p.path() + ".").orElse("") + name;
  }

  /** What one value is, where a map from names or a list holds several. */
  Shape one() {
    return one(shape);
  }

  static Shape one(Shape shape) {
    if (shape instanceof Shape.MapOf map) {
      return one(map.value());
    } else if (shape instanceof Shape.ListOf list) {
      return one(list.item());
    }
    return shape;
  }

  /** The kinds of a section that has several, or the keys. */
  List<Subject> children(Grammar grammar) {
    if (one() instanceof Shape.Fields fields) {
      return fields.fields().stream().map(f -> ofField(Optional.of(this), f)).toList();
    } else if (one() instanceof Shape.Choice choice) {
      return grammar.kinds(name).stream().map(k -> ofKind(k, choice)).toList();
    }
    return List.of();
  }

  private Subject ofKind(Kind<?> kind, Shape.Choice choice) {
    Shape.Fields fields = choice.types().get(kind.type());
    return new Subject(Optional.of(this), kind.type(), kind.doc(), fields, Optional.empty(), true);
  }

  /** This subject and all below it. */
  List<Subject> all(Grammar grammar) {
    List<Subject> all = new ArrayList<>(List.of(this));
    children(grammar).forEach(child -> all.addAll(child.all(grammar)));
    return all;
  }
}
