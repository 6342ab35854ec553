package vdcsim.scenario.language.prepare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vdcsim.scenario.language.problem.Problems;
import vdcsim.scenario.language.shape.Shape;
import vdcsim.scenario.language.yaml.Node;

/**
 * Makes several things of one whose name holds a range. Ranges inside the thing run along: in
 * {@code p[1..3]: {from: h[1..3], to: s1}} the second thing is {@code p2: {from: h2, to: s1}}.
 *
 * <p>One expansion serves one point of a scenario, and bounds how much all its ranges stand for.
 */
public final class Expansion {
  /** More values than this, over all things, could not be held in memory. */
  public static final int MOST_VALUES = 100_000;

  private final Problems problems;
  private long things;
  private long values;

  /** An expansion that tells {@code problems} what is wrong, and leaves it out. */
  public Expansion(Problems problems) {
    this.problems = problems;
  }

  /**
   * The things of a map from names. A thing that is named on its own adds its keys to what a range
   * gives it, and wins.
   *
   * @param shape of each thing, where it is known
   */
  public Node.Mapping named(Node.Mapping section, String path, Optional<? extends Shape> shape) {
    Map<String, Node.Entry> named = new LinkedHashMap<>();
    for (Node.Entry entry : section.entries()) {
      try {
        int names = Ranges.count(entry.key());
        reserve(entry.value(), names);
        for (int i = 0; i < names; i++) {
          String name = names == 1 ? single(entry.key()) : Ranges.pick(entry.key(), i, names);
          Node thing = pick(entry.value(), i, names, path + "." + entry.key());
          Node.Entry before = named.get(name);
          Node whole = before == null ? thing : Merge.over(before.value(), thing, shape);
          named.put(name, new Node.Entry(name, entry.keyPlace(), whole));
        }
      } catch (IllegalArgumentException e) {
        problems.error(entry.keyPlace(), path, e.getMessage());
      } catch (Unprepared e) {
        problems.error(e.place(), e.path(), e.getMessage());
      }
    }
    return new Node.Mapping(List.copyOf(named.values()), section.place());
  }

  private static String single(String key) {
    return Ranges.names(key).get(0);
  }

  /** The things of a list: an item whose words stand for several names becomes several items. */
  public List<Item> listed(Node.Sequence section, String path) {
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < section.items().size(); i++) {
      Node item = section.items().get(i);
      String below = path + "[" + i + "]";
      try {
        int width = width(item, 1, below);
        reserve(item, width);
        for (int j = 0; j < width; j++) {
          items.add(new Item(pick(item, j, width, below), below));
        }
      } catch (IllegalArgumentException e) {
        problems.error(item.place(), below, e.getMessage());
      } catch (Unprepared e) {
        problems.error(e.place(), e.path(), e.getMessage());
      }
    }
    return items;
  }

  /** An item of a list, and its path as the file has it. */
  public record Item(Node node, String path) {}

  private void reserve(Node node, int times) {
    things += times;
    values += (long) size(node) * times;
    if (problems.full()) {
      throw new IllegalArgumentException("there are too many errors to go on");
    } else if (things > Ranges.MOST) {
      throw new IllegalArgumentException(
          "a scenario holds at most " + Ranges.MOST + " things, with this one " + things);
    } else if (values > MOST_VALUES) {
      throw new IllegalArgumentException(
          "the things of a scenario hold at most "
              + MOST_VALUES
              + " values, with this one "
              + values);
    }
  }

  private static int size(Node node) {
    int size = 1;
    if (node instanceof Node.Sequence sequence) {
      for (Node item : sequence.items()) {
        size += size(item);
      }
    } else if (node instanceof Node.Mapping mapping) {
      for (Node.Entry entry : mapping.entries()) {
        size += size(entry.value());
      }
    }
    return size;
  }

  /** How many things the texts of an item stand for, if what stands before it is {@code before}. */
  private static int width(Node item, int before, String path) throws Unprepared {
    int width = before;
    if (item instanceof Node.Sequence sequence) {
      for (Node node : sequence.items()) {
        width = width(node, width, path);
      }
    } else if (item instanceof Node.Mapping mapping) {
      for (Node.Entry entry : mapping.entries()) {
        width = width(entry.value(), width, path);
      }
    } else if (item instanceof Node.Scalar scalar) {
      width = width(scalar, width, path);
    }
    return width;
  }

  private static int width(Node.Scalar scalar, int before, String path) throws Unprepared {
    int here;
    try {
      here = Ranges.width(scalar.text());
    } catch (IllegalArgumentException e) {
      throw new Unprepared(scalar.place(), path, e.getMessage());
    }
    if (here > 1 && before > 1 && here != before) {
      throw new Unprepared(
          scalar.place(),
          path,
          "the ranges of one item stand for "
              + before
              + " and "
              + here
              + " names; they must have the same length");
    }
    return Math.max(before, here);
  }

  /** The node with each range's name number {@code index}; the node itself if it holds no range. */
  static Node pick(Node node, int index, int width, String path) throws Unprepared {
    if (width == 1) {
      return node;
    } else if (node instanceof Node.Scalar scalar) {
      return pick(scalar, index, width, path);
    } else if (node instanceof Node.Sequence sequence) {
      List<Node> items = new ArrayList<>();
      boolean same = true;
      for (Node item : sequence.items()) {
        Node picked = pick(item, index, width, path);
        same &= picked == item;
        items.add(picked);
      }
      return same ? node : new Node.Sequence(items, node.place());
    }
    List<Node.Entry> entries = new ArrayList<>();
    boolean same = true;
    for (Node.Entry entry : ((Node.Mapping) node).entries()) {
      Node picked = pick(entry.value(), index, width, path + "." + entry.key());
      same &= picked == entry.value();
      entries.add(entry.with(picked));
    }
    return same ? node : new Node.Mapping(entries, node.place());
  }

  private static Node pick(Node.Scalar scalar, int index, int width, String path)
      throws Unprepared {
    if (!Ranges.in(scalar.text())) {
      return scalar;
    }
    try {
      String picked = Ranges.pick(scalar.text(), index, width);
      return new Node.Scalar(picked, scalar.quoted(), scalar.place());
    } catch (IllegalArgumentException e) {
      throw new Unprepared(scalar.place(), path, e.getMessage());
    }
  }
}
