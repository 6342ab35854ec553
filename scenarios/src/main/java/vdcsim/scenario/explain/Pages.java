package vdcsim.scenario.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vdcsim.scenario.language.shape.Grammar;
import vdcsim.scenario.language.shape.Shape;
import vdcsim.scenario.language.value.Quantity;

/** Writes the page about a subject. */
final class Pages {
  private final Grammar grammar;

  Pages(Grammar grammar) {
    this.grammar = grammar;
  }

  Page page(Subject subject, boolean recursive) {
    List<Page.Block> blocks = new ArrayList<>();
    blocks.add(new Page.Table("", facts(subject)));
    words(subject).ifPresent(blocks::add);
    List<Subject> children = subject.children(grammar);
    if (!children.isEmpty()) {
      boolean kinds = children.get(0).kind();
      List<Page.Row> rows = new ArrayList<>();
      children.forEach(child -> rows(child, "", recursive, rows));
      blocks.add(new Page.Table(kinds ? "Types" : Page.KEYS, rows));
    }
    blocks.add(new Page.Paragraph("Example:"));
    blocks.add(new Page.Code(new Samples(grammar).of(subject)));
    topic(subject).ifPresent(t -> blocks.add(new Page.Paragraph("See also: `" + t + "`.")));
    return new Page(subject.path(), subject.doc(), blocks);
  }

  private static List<Page.Row> facts(Subject subject) {
    List<Page.Row> facts = new ArrayList<>();
    String type = subject.kind() ? "a map with `type: " + subject.name() + "`" : "";
    facts.add(new Page.Row("type", subject.kind() ? type : Wording.of(subject.shape())));
    quantity(subject.one()).ifPresent(q -> facts.add(new Page.Row("units", units(q))));
    if (subject.field().isPresent()) {
      Shape.Field field = subject.field().get();
      if (field.required()) {
        facts.add(new Page.Row("default", "none: it must be given"));
      } else if (!field.fallback().isEmpty()) {
        facts.add(new Page.Row("default", field.fallback()));
      }
      if (!field.source().isEmpty()) {
        facts.add(new Page.Row("source", field.source()));
      }
    }
    return facts;
  }

  /** The units, the Greek letter that looks like the micro sign left out. */
  static String units(Quantity quantity) {
    return quantity.units().stream()
        .filter(unit -> !unit.startsWith("\u03bc"))
        .collect(Collectors.joining(", "));
  }

  private static Optional<Quantity> quantity(Shape shape) {
    if (shape instanceof Shape.Measured measured) {
      return Optional.of(measured.quantity());
    }
    return shape instanceof Shape.Drawn drawn ? drawn.quantity() : Optional.empty();
  }

  private static Optional<Page.Table> words(Subject subject) {
    if (subject.one() instanceof Shape.Word word) {
      List<Page.Row> rows =
          word.options().stream().map(o -> new Page.Row(o.word(), o.doc())).toList();
      return Optional.of(new Page.Table("Values", rows));
    }
    return Optional.empty();
  }

  private void rows(Subject subject, String prefix, boolean recursive, List<Page.Row> rows) {
    String name = prefix + subject.name();
    rows.add(new Page.Row(name, summary(subject)));
    if (recursive) {
      subject.children(grammar).forEach(child -> rows(child, name + ".", true, rows));
    }
  }

  private static String summary(Subject subject) {
    String fallback = subject.field().map(Shape.Field::fallback).orElse("");
    return fallback.isEmpty() ? subject.doc() : subject.doc() + " Default: " + fallback + ".";
  }

  private static Optional<String> topic(Subject subject) {
    if (subject.one() instanceof Shape.Drawn) {
      return Optional.of("distributions");
    }
    return switch (subject.path()) {
      case "expect", "expect.that" -> Optional.of("conditions");
      case "measure", "charts", "charts.metric" -> Optional.of("metrics");
      case "hosts", "switches", "links", "workloads" -> Optional.of("ranges");
      default -> Optional.empty();
    };
  }
}
