package vdcsim.scenario.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vdcsim.scenario.language.bind.Binder;
import vdcsim.scenario.language.problem.Problems;
import vdcsim.scenario.language.shape.Head;
import vdcsim.scenario.language.shape.Shape;
import vdcsim.scenario.language.yaml.Node;
import vdcsim.scenario.language.yaml.Place;
import vdcsim.scenario.language.yaml.SourceText;

/** Binds the head of a scenario. */
final class HeadReader {
  /** What stands in for a key that is wrong, so that what is wrong with the others is told too. */
  private static final List<Node.Entry> SUBSTITUTES =
      List.of(substitute("name", "substitute"), substitute("duration", "36500 d"));

  private final Shape.Fields shape;
  private final Problems problems;

  HeadReader(Shape.Fields shape, Problems problems) {
    this.shape = shape;
    this.problems = problems;
  }

  private static Node.Entry substitute(String key, String value) {
    return new Node.Entry(key, Place.NOWHERE, new Node.Scalar(value, true, Place.NOWHERE));
  }

  /** The head, or nothing if it is wrong, everything that is wrong with it told. */
  Optional<Head> read(Node.Mapping root) {
    List<Node.Entry> entries =
        root.entries().stream().filter(entry -> shape.field(entry.key()).isPresent()).toList();
    Optional<Head> head = bind(entries, root.place());
    if (head.isEmpty()) {
      bind(withoutWrong(entries), root.place());
    }
    return head;
  }

  private Optional<Head> bind(List<Node.Entry> entries, Place place) {
    return new Binder(problems)
        .record(new Node.Mapping(entries, place), shape, "")
        .map(bound -> (Head) bound.value());
  }

  /** The head itself refuses values only when all of them could be bound. */
  private List<Node.Entry> withoutWrong(List<Node.Entry> entries) {
    Problems known = new Problems(SourceText.of("", ""));
    List<Node.Entry> good = new ArrayList<>();
    for (Node.Entry entry : entries) {
      Shape.Field field = shape.field(entry.key()).orElseThrow();
      if (new Binder(known).bind(entry.value(), field.shape(), "").isPresent()) {
        good.add(entry);
      }
    }
    for (Node.Entry substitute : SUBSTITUTES) {
      if (good.stream().noneMatch(entry -> entry.key().equals(substitute.key()))) {
        good.add(substitute);
      }
    }
    return good;
  }
}
