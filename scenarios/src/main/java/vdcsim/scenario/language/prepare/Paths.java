package vdcsim.scenario.language.prepare;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vdcsim.kernel.spec.NearNames;
import vdcsim.scenario.language.yaml.Node;
import vdcsim.scenario.language.yaml.Place;

/**
 * Sets the value at a path such as {@code hosts.h[1..4].nics.eth0.rate} or {@code links[0].rate}.
 */
public final class Paths {
  private static final Pattern INDEX = Pattern.compile("(.+?)\\[(\\d{1,6})]");

  private Paths() {}

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
  public static Node.Mapping set(Node.Mapping root, String path, Node value, Place place)
      throws Unprepared {
    return (Node.Mapping) set(root, parts(path), 0, value, new Written(path, place));
  }

  /** A path as somebody wrote it, and where. */
  private record Written(String path, Place place) {
    Unprepared wrong(String message) {
      return new Unprepared(place, path, message);
    }
  }

  private static Node set(Node node, List<String> parts, int depth, Node value, Written written)
      throws Unprepared {
    if (depth == parts.size()) {
      return value;
    }
    String part = parts.get(depth);
    if (part.isBlank()) {
      throw written.wrong("the path '" + written.path() + "' has an empty part");
    }
    if (node instanceof Node.Sequence sequence) {
      return withItem(sequence, parts, depth, value, written);
    } else if (node instanceof Node.Mapping mapping) {
      return withKey(mapping, parts, depth, value, written);
    } else if (depth == 0 || (node instanceof Node.Scalar scalar && !scalar.isNull())) {
      throw written.wrong(
          "the path '"
              + written.path()
              + "' leads into "
              + node.describe()
              + ", which is a single value");
    }
    return withKey(new Node.Mapping(List.of(), written.place()), parts, depth, value, written);
  }

  private static Node withItem(
      Node.Sequence list, List<String> parts, int depth, Node value, Written written)
      throws Unprepared {
    String part = parts.get(depth);
    if (!part.matches("\\d{1,6}") || Integer.parseInt(part) >= list.items().size()) {
      throw written.wrong(
          "'"
              + part
              + "' in the path '"
              + written.path()
              + "' must be a number from 0 to "
              + (list.items().size() - 1));
    }
    List<Node> items = new ArrayList<>(list.items());
    int index = Integer.parseInt(part);
    items.set(index, set(items.get(index), parts, depth + 1, value, written));
    return new Node.Sequence(items, list.place());
  }

  private static Node withKey(
      Node.Mapping mapping, List<String> parts, int depth, Node value, Written written)
      throws Unprepared {
    String part = parts.get(depth);
    List<Node.Entry> entries = new ArrayList<>();
    boolean found = false;
    for (Node.Entry entry : mapping.entries()) {
      boolean here = entry.key().equals(part);
      entries.add(here ? entry.with(set(entry.value(), parts, depth + 1, value, written)) : entry);
      found |= here;
    }
    if (!found) {
      refuseNewThing(mapping, parts, depth, written);
      Node empty = new Node.Mapping(List.of(), written.place());
      entries.add(
          new Node.Entry(part, written.place(), set(empty, parts, depth + 1, value, written)));
    }
    return new Node.Mapping(entries, mapping.place());
  }

  /** A path may add a key to a thing, and may name one thing of a range, but makes no new thing. */
  private static void refuseNewThing(
      Node.Mapping mapping, List<String> parts, int depth, Written written) throws Unprepared {
    if (depth != 1) {
      return;
    }
    List<String> names = new ArrayList<>();
    for (Node.Entry entry : mapping.entries()) {
      try {
        names.addAll(Ranges.names(entry.key()));
      } catch (IllegalArgumentException e) {
        names.add(entry.key());
      }
    }
    List<String> wanted =
        Ranges.in(parts.get(1)) ? Ranges.names(parts.get(1)) : List.of(parts.get(1));
    for (String name : wanted) {
      if (!names.contains(name)) {
        throw written.wrong(
            "'"
                + parts.get(0)
                + "' has nothing named '"
                + name
                + "'"
                + NearNames.hint(name, names));
      }
    }
  }
}
