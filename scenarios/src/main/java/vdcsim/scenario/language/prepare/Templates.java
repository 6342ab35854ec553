package vdcsim.scenario.language.prepare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vdcsim.kernel.spec.NearNames;
import vdcsim.scenario.language.yaml.Node;

/** Merges templates into the things that name them by {@code like:}. */
public final class Templates {
  private static final String LIKE = "like";

  private final Map<String, Node.Entry> templates;

  /** The templates of a scenario's {@code types:}. */
  public Templates(Node.Mapping types) {
    this.templates = types.byKey();
  }

  /** The things of a section, each with the keys of what it is like. */
  public Node.Mapping resolve(Node.Mapping section, String path) throws Unprepared {
    Map<String, Node.Entry> siblings = section.byKey();
    List<Node.Entry> resolved = new ArrayList<>();
    for (Node.Entry entry : section.entries()) {
      resolved.add(
          entry.with(
              resolve(entry.value(), siblings, path + "." + entry.key(), new LinkedHashSet<>())));
    }
    return new Node.Mapping(resolved, section.place());
  }

  /** The things of a list, each with the keys of what it is like. */
  public Node.Sequence resolve(Node.Sequence section, String path) throws Unprepared {
    List<Node> resolved = new ArrayList<>();
    for (int i = 0; i < section.items().size(); i++) {
      resolved.add(
          resolve(section.items().get(i), Map.of(), path + "[" + i + "]", new LinkedHashSet<>()));
    }
    return new Node.Sequence(resolved, section.place());
  }

  private Node resolve(Node node, Map<String, Node.Entry> siblings, String path, Set<String> seen)
      throws Unprepared {
    if (!(node instanceof Node.Mapping mapping)) {
      return node;
    }
    Node.Entry like = mapping.byKey().get(LIKE);
    if (like == null) {
      return node;
    }
    Node.Entry template = template(like, siblings, path);
    if (!seen.add(template.key())) {
      throw new Unprepared(
          like.value().place(), path, "'" + template.key() + "' is like itself, by way of " + seen);
    }
    List<Node.Entry> own =
        mapping.entries().stream().filter(entry -> !entry.key().equals(LIKE)).toList();
    Node base = resolve(template.value(), siblings, path, seen);
    return merge(base, new Node.Mapping(own, mapping.place()));
  }

  private Node.Entry template(Node.Entry like, Map<String, Node.Entry> siblings, String path)
      throws Unprepared {
    String name = like.value() instanceof Node.Scalar scalar ? scalar.text() : "";
    Node.Entry template = templates.getOrDefault(name, siblings.get(name));
    if (template == null) {
      List<String> known = new ArrayList<>(templates.keySet());
      known.addAll(siblings.keySet());
      throw new Unprepared(
          like.value().place(),
          path,
          "'like' names a template of 'types:' or a thing beside it; there is no "
              + like.value().describe()
              + NearNames.hint(name, known));
    }
    return template;
  }

  /** Both maps in one, the second's keys winning, maps within merged likewise. */
  static Node merge(Node base, Node own) {
    if (own instanceof Node.Scalar scalar && scalar.isNull()) {
      return base;
    }
    if (!(base instanceof Node.Mapping first) || !(own instanceof Node.Mapping second)) {
      return own;
    }
    Map<String, Node.Entry> merged = new LinkedHashMap<>(first.byKey());
    for (Node.Entry entry : second.entries()) {
      Node.Entry before = merged.get(entry.key());
      merged.put(
          entry.key(), before == null ? entry : entry.with(merge(before.value(), entry.value())));
    }
    return new Node.Mapping(List.copyOf(merged.values()), second.place());
  }
}
