package vdcsim.scenario.language.prepare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import vdcsim.scenario.language.problem.Problems;
import vdcsim.scenario.language.yaml.Node;
import vdcsim.scenario.language.yaml.Place;
import vdcsim.scenario.language.yaml.Printable;

/**
 * What a scenario varies: paths with their values, and which values go together in each point.
 *
 * @param paths in the order of the file
 * @param points for each point, the index of its value on each path; never changes
 */
public record Variation(List<Varied> paths, List<List<Integer>> points) {
  /** More points than this are a mistake. */
  private static final int MOST_POINTS = 1_000_000;

  private static final int MOST_PATHS = 100;
  private static final int LONGEST_LABEL = 1_000;
  private static final String ZIP = "zip";

  public Variation {
    paths = List.copyOf(paths);
  }

  /** A path, where it is written, and its values. */
  public record Varied(String path, Place place, List<Node> values) {
    public Varied {
      values = List.copyOf(values);
    }
  }

  /** Nothing varied: one point. */
  public static Variation none() {
    return new Variation(List.of(), List.of(List.of()));
  }

  /**
   * Reads {@code vary:}: a map of paths is a grid, whose last path runs fastest; below {@code zip}
   * values go together one by one; a list of maps gives each point. What is wrong is told to the
   * problems, and left out.
   *
   * @param wanted says whether a path may be varied, and tells why not
   */
  public static Variation read(Node vary, Problems problems, Predicate<Varied> wanted) {
    try {
      if (vary instanceof Node.Sequence sequence) {
        Variation variation = ofPoints(sequence);
        return allAre(variation.paths(), wanted) ? variation : none();
      } else if (vary instanceof Node.Mapping mapping) {
        return grid(mapping, problems, wanted);
      }
      throw new Unprepared(
          vary.place(),
          "vary",
          "'vary' takes a map from paths to lists of values, not " + vary.describe());
    } catch (Unprepared e) {
      problems.error(e.place(), e.path(), e.getMessage());
      return none();
    }
  }

  private static boolean allAre(List<Varied> paths, Predicate<Varied> wanted) {
    return paths.stream().filter(wanted).count() == paths.size();
  }

  private static Variation grid(Node.Mapping mapping, Problems problems, Predicate<Varied> wanted)
      throws Unprepared {
    List<Varied> paths = new ArrayList<>();
    List<Grid.Group> groups = new ArrayList<>();
    long points = 1;
    for (Node.Entry entry : mapping.entries()) {
      List<Varied> together = together(entry, problems);
      if (together.isEmpty() || !allAre(together, wanted)) {
        continue;
      }
      int values = together.get(0).values().size();
      points *= values;
      paths.addAll(together);
      groups.add(new Grid.Group(together.size(), values));
      if (points > MOST_POINTS || paths.size() > MOST_PATHS) {
        throw new Unprepared(
            entry.keyPlace(),
            "vary",
            points > MOST_POINTS
                ? "there are more than " + MOST_POINTS + " points"
                : "more than " + MOST_PATHS + " paths are varied");
      }
    }
    refuseNested(paths);
    return new Variation(paths, new Grid(groups));
  }

  /** The paths of an entry; none if it is wrong. */
  private static List<Varied> together(Node.Entry entry, Problems problems) {
    try {
      return entry.key().equals(ZIP) ? zipped(entry) : List.of(varied(entry, ""));
    } catch (Unprepared e) {
      problems.error(e.place(), e.path(), e.getMessage());
      return List.of();
    }
  }

  /** A path that leads to another, or is another, would be overwritten by it. */
  private static void refuseNested(List<Varied> paths) throws Unprepared {
    for (int outer = 0; outer < paths.size(); outer++) {
      for (int inner = 0; inner < paths.size(); inner++) {
        if (outer != inner && leadsTo(paths.get(outer).path(), paths.get(inner).path())) {
          throw new Unprepared(
              paths.get(inner).place(),
              "vary." + paths.get(inner).path(),
              "'"
                  + paths.get(outer).path()
                  + "' in line "
                  + paths.get(outer).place().line()
                  + " varies this value too");
        }
      }
    }
  }

  private static boolean leadsTo(String outer, String inner) {
    return inner.equals(outer) || inner.startsWith(outer + ".") || inner.startsWith(outer + "[");
  }

  private static List<Varied> zipped(Node.Entry zip) throws Unprepared {
    if (!(zip.value() instanceof Node.Mapping mapping) || mapping.entries().isEmpty()) {
      throw new Unprepared(
          zip.value().place(), "vary.zip", "'zip' takes a map from paths to lists");
    }
    List<Varied> together = new ArrayList<>();
    for (Node.Entry entry : mapping.entries()) {
      Varied varied = varied(entry, "zip.");
      int first = together.isEmpty() ? varied.values().size() : together.get(0).values().size();
      if (varied.values().size() != first) {
        throw new Unprepared(
            entry.keyPlace(),
            "vary.zip",
            "zipped lists must have the same length: this one has "
                + varied.values().size()
                + " values, the first "
                + first);
      }
      together.add(varied);
    }
    return together;
  }

  private static Varied varied(Node.Entry entry, String below) throws Unprepared {
    String path = "vary." + below + entry.key();
    List<Node> values = Steps.values(entry.value(), path);
    if (values.isEmpty()) {
      throw new Unprepared(entry.value().place(), path, "the list of values is empty");
    }
    if (below.isEmpty()) {
      refuseTwice(values, path);
    }
    return new Varied(entry.key(), entry.keyPlace(), values);
  }

  private static void refuseTwice(List<Node> values, String path) throws Unprepared {
    Map<String, Node> seen = new HashMap<>();
    for (Node value : values) {
      Node first = seen.putIfAbsent(whole(value), value);
      if (first != null) {
        throw new Unprepared(
            value.place(), path, "the value " + value.describe() + " stands twice");
      }
    }
  }

  private static Variation ofPoints(Node.Sequence sequence) throws Unprepared {
    Map<String, Map<String, Integer>> indexes = new LinkedHashMap<>();
    Map<String, List<Node>> values = new LinkedHashMap<>();
    Map<String, Place> places = new LinkedHashMap<>();
    List<List<Integer>> points = new ArrayList<>();
    for (Node item : sequence.items()) {
      if (!(item instanceof Node.Mapping point) || point.entries().isEmpty()) {
        throw new Unprepared(item.place(), "vary", "a point is a map from paths to values");
      }
      if (points.isEmpty()) {
        point.entries().forEach(entry -> indexes.put(entry.key(), new HashMap<>()));
        point.entries().forEach(entry -> values.put(entry.key(), new ArrayList<>()));
        point.entries().forEach(entry -> places.put(entry.key(), entry.keyPlace()));
      }
      Map<String, Node.Entry> given = point.byKey();
      if (!given.keySet().equals(values.keySet())) {
        throw new Unprepared(
            item.place(),
            "vary",
            "every point gives the same paths; the first gives "
                + Printable.shorten(String.join(", ", values.keySet())));
      }
      List<Integer> settings = new ArrayList<>();
      values.forEach(
          (path, known) -> settings.add(index(given.get(path).value(), known, indexes.get(path))));
      points.add(List.copyOf(settings));
    }
    if (points.isEmpty()) {
      throw new Unprepared(sequence.place(), "vary", "the list of points is empty");
    }
    List<Varied> paths = new ArrayList<>();
    values.forEach((path, nodes) -> paths.add(new Varied(path, places.get(path), nodes)));
    refuseNested(paths);
    return new Variation(paths, List.copyOf(points));
  }

  /** A value that an earlier point gave counts as the same value of the axis. */
  private static int index(Node value, List<Node> known, Map<String, Integer> indexes) {
    return indexes.computeIfAbsent(
        whole(value),
        text -> {
          known.add(value);
          return known.size() - 1;
        });
  }

  /** Points among which each varied value stands at least once, the first point first. */
  public List<Integer> representatives() {
    return points instanceof Grid grid
        ? grid.representatives()
        : IntStream.range(0, points.size()).boxed().toList();
  }

  /** A value as a sentence shows it. */
  public static String shown(Node value) {
    return Printable.shorten(text(value));
  }

  /** A value as a label. */
  public static String text(Node value) {
    String text = whole(value);
    return text.length() > LONGEST_LABEL ? text.substring(0, LONGEST_LABEL) + "..." : text;
  }

  private static String whole(Node value) {
    if (value instanceof Node.Scalar scalar) {
      return scalar.text();
    } else if (value instanceof Node.Sequence sequence) {
      return sequence.items().stream().map(Variation::whole).toList().toString();
    }
    List<String> entries =
        ((Node.Mapping) value)
            .entries().stream().map(entry -> entry.key() + ": " + whole(entry.value())).toList();
    return "{" + String.join(", ", entries) + "}";
  }
}
