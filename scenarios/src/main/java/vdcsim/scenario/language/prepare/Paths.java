package vdcsim.scenario.language.prepare;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vdcsim.kernel.spec.NearNames;
import vdcsim.scenario.language.shape.Grammar;
import vdcsim.scenario.language.shape.Shape;
import vdcsim.scenario.language.yaml.Node;
import vdcsim.scenario.language.yaml.Place;
import vdcsim.scenario.language.yaml.Printable;

/**
 * Sets the value at a path such as {@code hosts.h[1..4].nics.eth0.rate} or {@code links[0].rate}. A
 * path may lead into a value in shorthand: with {@code links: [s1 -- s2]}, {@code links[0].delay}
 * adds a delay to the link.
 */
public final class Paths {
  private static final Pattern INDEX = Pattern.compile("([^\\[\\]]+)\\[(\\d{1,6})]");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");
  private static final int MOST_CHARACTERS = 500;

  private final Grammar grammar;

  /** Paths through scenarios of this language. */
  public Paths(Grammar grammar) {
    this.grammar = grammar;
  }

  /** The parts of a path: keys, and numbers for the items of lists. */
  static List<String> parts(String path) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    int depth = 0;
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      depth += c == '[' ? 1 : c == ']' ? -1 : 0;
      if (c == '.' && depth == 0) {
        add(parts, part.toString());
        part.setLength(0);
      } else {
        part.append(c);
      }
    }
    add(parts, part.toString());
    return parts;
  }

  private static void add(List<String> parts, String part) {
    Matcher index = INDEX.matcher(part);
    if (index.matches()) {
      parts.add(index.group(1));
      parts.add(index.group(2));
    } else {
      parts.add(part);
    }
  }

  /**
   * The scenario with {@code value} at {@code path}.
   *
   * @param place where the path is written, for complaints
   * @throws Unprepared if the path leads through something that is not there
   */
  public Node.Mapping set(Node.Mapping root, String path, Node value, Place place)
      throws Unprepared {
    if (path.length() > MOST_CHARACTERS) {
      throw new Unprepared(
          place, Printable.shorten(path), "a path has up to " + MOST_CHARACTERS + " characters");
    }
    return new Walk(grammar, path, place, parts(path), value).withKey(root, 0, Optional.empty());
  }

  /**
   * One way from the root to a value.
   *
   * @param path as somebody wrote it
   * @param place where it is written
   */
  private record Walk(Grammar grammar, String path, Place place, List<String> parts, Node value) {

    /** The node with the value below it, from the part number {@code depth} on. */
    Node set(Node node, int depth, Optional<? extends Shape> shape) throws Unprepared {
      if (depth == parts.size()) {
        return value;
      }
      Node written = Merge.written(node, shape);
      if (written instanceof Node.Sequence sequence) {
        return withItem(sequence, depth, shape);
      } else if (written instanceof Node.Mapping mapping) {
        return withKey(mapping, depth, shape);
      } else if (node instanceof Node.Scalar scalar && scalar.isNull()) {
        return withKey(new Node.Mapping(List.of(), place), depth, shape);
      }
      throw wrong(
          "the path '"
              + Printable.shorten(path)
              + "' leads into "
              + node.describe()
              + ", which is a single value");
    }

    Node.Mapping withKey(Node.Mapping mapping, int depth, Optional<? extends Shape> shape)
        throws Unprepared {
      String part = parts.get(depth);
      if (part.isBlank()) {
        throw wrong("the path '" + Printable.shorten(path) + "' has an empty part");
      }
      Optional<? extends Shape> below =
          depth == 0 ? grammar.top(part) : Merge.below(shape, mapping, part);
      List<Node.Entry> entries = new ArrayList<>();
      boolean found = false;
      for (Node.Entry entry : mapping.entries()) {
        boolean here = entry.key().equals(part);
        entries.add(here ? entry.with(set(entry.value(), depth + 1, below)) : entry);
        found |= here;
      }
      if (!found) {
        refuseNewThing(mapping, depth);
        Node empty = new Node.Scalar("", false, place);
        entries.add(new Node.Entry(part, place, set(empty, depth + 1, below)));
      }
      return new Node.Mapping(entries, mapping.place());
    }

    private Node withItem(Node.Sequence list, int depth, Optional<? extends Shape> shape)
        throws Unprepared {
      String part = parts.get(depth);
      int size = list.items().size();
      if (!NUMBER.matcher(part).matches() || Integer.parseInt(part) >= size) {
        throw wrong(
            "'"
                + Printable.shorten(part)
                + "' in the path '"
                + Printable.shorten(path)
                + (size == 0
                    ? "' leads into an empty list"
                    : "' must be a number from 0 to " + (size - 1)));
      }
      List<Node> items = new ArrayList<>(list.items());
      int index = Integer.parseInt(part);
      Optional<? extends Shape> below =
          Merge.below(shape, new Node.Mapping(List.of(), place), part);
      items.set(index, set(items.get(index), depth + 1, below));
      return new Node.Sequence(items, list.place());
    }

    /** A path may add a key to a thing, and may name things of a range, but makes no new thing. */
    private void refuseNewThing(Node.Mapping mapping, int depth) throws Unprepared {
      if (depth != 1) {
        return;
      }
      Set<String> names = new LinkedHashSet<>();
      for (Node.Entry entry : mapping.entries()) {
        names.addAll(namesOrKey(entry.key()));
      }
      for (String name : wanted(parts.get(1))) {
        if (!names.contains(name)) {
          throw wrong(
              "'"
                  + parts.get(0)
                  + "' has nothing named '"
                  + Printable.shorten(name)
                  + "'"
                  + NearNames.hint(name, names));
        }
      }
    }

    /** A range that is wrong is told where it is expanded. */
    private static List<String> namesOrKey(String key) {
      try {
        return Ranges.names(key);
      } catch (IllegalArgumentException e) {
        return List.of(key);
      }
    }

    private List<String> wanted(String names) throws Unprepared {
      try {
        return Ranges.names(names);
      } catch (IllegalArgumentException e) {
        throw wrong(e.getMessage());
      }
    }

    private Unprepared wrong(String message) {
      return new Unprepared(place, path, message);
    }
  }
}
