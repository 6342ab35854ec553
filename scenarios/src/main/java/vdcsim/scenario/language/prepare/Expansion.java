package vdcsim.scenario.language.prepare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vdcsim.scenario.language.yaml.Node;
import vdcsim.scenario.language.yaml.Place;

/**
 * Makes several things of one whose name holds a range. Ranges inside the thing run along: in
 * {@code p[1..3]: {from: h[1..3], to: s1}} the second thing is {@code p2: {from: h2, to: s1}}.
 */
public final class Expansion {
  private Expansion() {}

  /**
   * The things of a map from names. A thing that is named on its own adds its keys to what a range
   * gives it, and wins.
   */
  public static Node.Mapping named(Node.Mapping section, String path) throws Unprepared {
    Map<String, Node.Entry> things = new LinkedHashMap<>();
    int count = 0;
    for (Node.Entry entry : section.entries()) {
      List<String> names = names(entry.key(), entry.keyPlace(), path);
      count += names.size();
      if (count > Ranges.MOST) {
        throw new Unprepared(
            entry.keyPlace(), path, "the section holds more than " + Ranges.MOST + " things");
      }
      for (int i = 0; i < names.size(); i++) {
        Node thing = pick(entry.value(), i, names.size(), path + "." + entry.key());
        Node.Entry before = things.get(names.get(i));
        Node whole = before == null ? thing : Templates.merge(before.value(), thing);
        things.put(names.get(i), new Node.Entry(names.get(i), entry.keyPlace(), whole));
      }
    }
    return new Node.Mapping(List.copyOf(things.values()), section.place());
  }

  /** The things of a list: an item whose words stand for several names becomes several items. */
  public static Node.Sequence listed(Node.Sequence section, String path) throws Unprepared {
    List<Node> things = new ArrayList<>();
    for (int i = 0; i < section.items().size(); i++) {
      Node item = section.items().get(i);
      String below = path + "[" + i + "]";
      int width = width(item, below);
      if (things.size() + width > Ranges.MOST) {
        throw new Unprepared(
            item.place(), below, "the section holds more than " + Ranges.MOST + " things");
      }
      for (int j = 0; j < width; j++) {
        things.add(width == 1 ? item : pick(item, j, width, below));
      }
    }
    return new Node.Sequence(things, section.place());
  }

  private static List<String> names(String key, Place place, String path) throws Unprepared {
    try {
      return Ranges.names(key);
    } catch (IllegalArgumentException e) {
      throw new Unprepared(place, path, e.getMessage());
    }
  }

  private static int width(Node item, String path) throws Unprepared {
    int width = 1;
    for (Node.Scalar scalar : scalars(item)) {
      int here;
      try {
        here = Ranges.width(scalar.text());
      } catch (IllegalArgumentException e) {
        throw new Unprepared(scalar.place(), path, e.getMessage());
      }
      if (here > 1 && width > 1 && here != width) {
        throw new Unprepared(
            scalar.place(),
            path,
            "the ranges of one item stand for "
                + width
                + " and "
                + here
                + " names; they must have the same length");
      }
      width = Math.max(width, here);
    }
    return width;
  }

  private static List<Node.Scalar> scalars(Node item) {
    List<Node.Scalar> scalars = new ArrayList<>();
    if (item instanceof Node.Scalar scalar) {
      scalars.add(scalar);
    } else if (item instanceof Node.Mapping mapping) {
      mapping.entries().stream()
          .map(Node.Entry::value)
          .filter(Node.Scalar.class::isInstance)
          .map(Node.Scalar.class::cast)
          .forEach(scalars::add);
    }
    return scalars;
  }

  private static Node pick(Node node, int index, int width, String path) throws Unprepared {
    if (width == 1) {
      return node;
    }
    if (node instanceof Node.Scalar scalar) {
      try {
        return new Node.Scalar(
            Ranges.pick(scalar.text(), index, width), scalar.quoted(), scalar.place());
      } catch (IllegalArgumentException e) {
        throw new Unprepared(scalar.place(), path, e.getMessage());
      }
    } else if (node instanceof Node.Sequence sequence) {
      List<Node> items = new ArrayList<>();
      for (Node item : sequence.items()) {
        items.add(pick(item, index, width, path));
      }
      return new Node.Sequence(items, node.place());
    }
    List<Node.Entry> entries = new ArrayList<>();
    for (Node.Entry entry : ((Node.Mapping) node).entries()) {
      entries.add(entry.with(pick(entry.value(), index, width, path + "." + entry.key())));
    }
    return new Node.Mapping(entries, node.place());
  }
}
