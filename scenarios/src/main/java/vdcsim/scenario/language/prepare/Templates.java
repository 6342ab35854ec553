package vdcsim.scenario.language.prepare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vdcsim.kernel.spec.NearNames;
import vdcsim.scenario.language.problem.Problems;
import vdcsim.scenario.language.shape.Grammar;
import vdcsim.scenario.language.shape.Shape;
import vdcsim.scenario.language.yaml.Node;

/** Merges templates into the things that name them by {@code like:}. */
public final class Templates {
  /** A template may be like another, but no chain of them is longer. */
  private static final int LONGEST_CHAIN = 32;

  private final Map<String, Node.Entry> templates;
  private final Problems problems;
  private final Set<String> used = new TreeSet<>();

  /** The templates of a scenario's {@code types:}. */
  public Templates(Node.Mapping types, Problems problems) {
    this.templates = types.byKey();
    this.problems = problems;
  }

  /** The things of a section, each with the keys of what it is like. */
  public Node.Mapping resolve(Node.Mapping section, String path, Optional<? extends Shape> shape) {
    Siblings siblings = new Siblings(section);
    List<Node.Entry> resolved = new ArrayList<>();
    for (Node.Entry entry : section.entries()) {
      resolve(entry.value(), siblings, path + "." + entry.key(), shape)
          .ifPresent(thing -> resolved.add(entry.with(thing)));
    }
    return new Node.Mapping(resolved, section.place());
  }

  /** The things of a list, each with the keys of what it is like. */
  public Node.Sequence resolve(
      Node.Sequence section, String path, Optional<? extends Shape> shape) {
    Siblings none = new Siblings(new Node.Mapping(List.of(), section.place()));
    List<Node> resolved = new ArrayList<>();
    for (int i = 0; i < section.items().size(); i++) {
      resolve(section.items().get(i), none, path + "[" + i + "]", shape).ifPresent(resolved::add);
    }
    return new Node.Sequence(resolved, section.place());
  }

  /**
   * Warns of templates that no thing is like, unless a thing may have meant one and is wrong.
   *
   * @param varied what is varied, which may name templates for other points
   */
  public void warnOfUnused(Optional<Node> varied) {
    if (problems.hasErrors()) {
      return;
    }
    Set<String> elsewhere = new TreeSet<>();
    varied.ifPresent(node -> addTexts(node, elsewhere));
    for (Node.Entry template : templates.values()) {
      if (!used.contains(template.key()) && !elsewhere.contains(template.key())) {
        problems.warning(
            template.keyPlace(),
            "types." + template.key(),
            "nothing is like '" + template.key() + "'");
      }
    }
  }

  private static void addTexts(Node node, Set<String> texts) {
    if (node instanceof Node.Scalar scalar) {
      texts.add(scalar.text());
    } else if (node instanceof Node.Sequence sequence) {
      sequence.items().forEach(item -> addTexts(item, texts));
    } else if (node instanceof Node.Mapping mapping) {
      mapping.entries().forEach(entry -> addTexts(entry.value(), texts));
    }
  }

  private Optional<Node> resolve(
      Node node, Siblings siblings, String path, Optional<? extends Shape> shape) {
    if (problems.full()) {
      return Optional.empty();
    }
    try {
      return Optional.of(resolve(node, siblings, path, shape, new LinkedHashSet<>()));
    } catch (Unprepared e) {
      problems.error(e.place(), e.path(), e.getMessage());
      return Optional.empty();
    }
  }

  private Node resolve(
      Node node, Siblings siblings, String path, Optional<? extends Shape> shape, Set<String> seen)
      throws Unprepared {
    Node.Entry like =
        node instanceof Node.Mapping mapping ? mapping.byKey().get(Grammar.LIKE) : null;
    if (like == null) {
      return node;
    }
    String name = like.value() instanceof Node.Scalar scalar ? scalar.text() : "";
    Node template = template(name, like, siblings, path);
    if (!seen.add(name)) {
      throw new Unprepared(
          like.value().place(),
          path,
          "'" + name + "' is like itself, by way of " + String.join(", ", seen));
    } else if (seen.size() > LONGEST_CHAIN) {
      throw new Unprepared(
          like.value().place(),
          path,
          "a chain of things that are like each other has at most " + LONGEST_CHAIN + " of them");
    }
    List<Node.Entry> own =
        ((Node.Mapping) node)
            .entries().stream().filter(entry -> !entry.key().equals(Grammar.LIKE)).toList();
    Node base = resolve(template, siblings, path, shape, seen);
    return Merge.over(base, new Node.Mapping(own, node.place()), shape);
  }

  private Node template(String name, Node.Entry like, Siblings siblings, String path)
      throws Unprepared {
    if (templates.containsKey(name)) {
      used.add(name);
      return templates.get(name).value();
    }
    Optional<Node> sibling = siblings.find(name, path);
    if (sibling.isPresent()) {
      return sibling.get();
    }
    List<String> known = new ArrayList<>(templates.keySet());
    known.addAll(siblings.names());
    throw new Unprepared(
        like.value().place(),
        path,
        "'like' names a template of 'types:' or a thing beside it, and there is none named "
            + like.value().describe()
            + NearNames.hint(name, known));
  }

  /** The things of one section, those that ranges stand for among them. */
  private static final class Siblings {
    private final Node.Mapping section;
    private final Map<String, Picked> byName = new LinkedHashMap<>();

    /** A thing, which of its range's names it has, and how many there are. */
    private record Picked(Node.Entry entry, int index, int width) {}

    Siblings(Node.Mapping section) {
      this.section = section;
    }

    Optional<Node> find(String name, String path) throws Unprepared {
      fill();
      Picked picked = byName.get(name);
      return picked == null
          ? Optional.empty()
          : Optional.of(
              Expansion.pick(picked.entry().value(), picked.index(), picked.width(), path));
    }

    Set<String> names() {
      fill();
      return byName.keySet();
    }

    private void fill() {
      if (byName.isEmpty()) {
        section.entries().forEach(this::add);
      }
    }

    private void add(Node.Entry entry) {
      byName.putIfAbsent(entry.key(), new Picked(entry, 0, 1));
      List<String> names = namesOrNone(entry.key());
      for (int i = 0; i < names.size() && byName.size() < 2 * Ranges.MOST; i++) {
        byName.putIfAbsent(names.get(i), new Picked(entry, i, names.size()));
      }
    }

    /** A range that is wrong is told where it is expanded. */
    private static List<String> namesOrNone(String key) {
      try {
        return Ranges.names(key);
      } catch (IllegalArgumentException e) {
        return List.of();
      }
    }
  }
}
