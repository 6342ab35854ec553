package vdcsim.scenario.language.prepare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vdcsim.scenario.language.yaml.Node;
import vdcsim.scenario.language.yaml.Place;

/**
 * What a scenario varies: paths with their values, and which values go together in each point.
 *
 * @param paths in the order of the file
 * @param points for each point, the index of its value on each path
 */
public record Variation(List<Varied> paths, List<List<Integer>> points) {
  /** More points than this are a mistake. */
  private static final int MOST_POINTS = 1_000_000;

  private static final String ZIP = "zip";

  public Variation {
    paths = List.copyOf(paths);
    points = List.copyOf(points);
  }

  /** A path, and its values. */
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
   * values go together one by one; a list of maps gives each point.
   */
  public static Variation read(Node vary) throws Unprepared {
    if (vary instanceof Node.Sequence sequence) {
      return ofPoints(sequence);
    } else if (vary instanceof Node.Mapping mapping) {
      return grid(mapping);
    }
    throw new Unprepared(
        vary.place(),
        "vary",
        "'vary' takes a map from paths to lists of values, not " + vary.describe());
  }

  private static Variation grid(Node.Mapping mapping) throws Unprepared {
    List<Varied> paths = new ArrayList<>();
    List<List<Integer>> points = List.of(List.of());
    for (Node.Entry entry : mapping.entries()) {
      List<Varied> together = entry.key().equals(ZIP) ? zipped(entry) : List.of(varied(entry));
      paths.addAll(together);
      points = times(points, together, entry);
    }
    return new Variation(paths, points);
  }

  private static List<List<Integer>> times(
      List<List<Integer>> points, List<Varied> together, Node.Entry entry) throws Unprepared {
    int values = together.get(0).values().size();
    if ((long) points.size() * values > MOST_POINTS) {
      throw new Unprepared(
          entry.keyPlace(), "vary", "there are more than " + MOST_POINTS + " points");
    }
    List<List<Integer>> product = new ArrayList<>();
    for (List<Integer> point : points) {
      for (int value = 0; value < values; value++) {
        List<Integer> longer = new ArrayList<>(point);
        for (int path = 0; path < together.size(); path++) {
          longer.add(value);
        }
        product.add(longer);
      }
    }
    return product;
  }

  private static List<Varied> zipped(Node.Entry zip) throws Unprepared {
    if (!(zip.value() instanceof Node.Mapping mapping) || mapping.entries().isEmpty()) {
      throw new Unprepared(
          zip.value().place(), "vary.zip", "'zip' takes a map from paths to lists");
    }
    List<Varied> together = new ArrayList<>();
    for (Node.Entry entry : mapping.entries()) {
      Varied varied = varied(entry);
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

  private static Varied varied(Node.Entry entry) throws Unprepared {
    List<Node> values = Steps.values(entry.value(), "vary." + entry.key());
    if (values.isEmpty()) {
      throw new Unprepared(
          entry.value().place(), "vary." + entry.key(), "the list of values is empty");
    }
    return new Varied(entry.key(), entry.keyPlace(), values);
  }

  private static Variation ofPoints(Node.Sequence sequence) throws Unprepared {
    Map<String, List<Node>> values = new LinkedHashMap<>();
    Map<String, Place> places = new LinkedHashMap<>();
    List<List<Integer>> points = new ArrayList<>();
    for (Node item : sequence.items()) {
      if (!(item instanceof Node.Mapping point) || point.entries().isEmpty()) {
        throw new Unprepared(item.place(), "vary", "a point is a map from paths to values");
      }
      if (points.isEmpty()) {
        point.entries().forEach(entry -> values.put(entry.key(), new ArrayList<>()));
        point.entries().forEach(entry -> places.put(entry.key(), entry.keyPlace()));
      }
      if (!point.byKey().keySet().equals(values.keySet())) {
        throw new Unprepared(
            item.place(),
            "vary",
            "every point gives the same paths; the first gives " + values.keySet());
      }
      points.add(settings(point, values));
    }
    if (points.isEmpty()) {
      throw new Unprepared(sequence.place(), "vary", "the list of points is empty");
    }
    List<Varied> paths =
        values.entrySet().stream()
            .map(entry -> new Varied(entry.getKey(), places.get(entry.getKey()), entry.getValue()))
            .toList();
    return new Variation(paths, points);
  }

  /** A value that an earlier point gave counts as the same value of the axis. */
  private static List<Integer> settings(Node.Mapping point, Map<String, List<Node>> values) {
    List<Integer> settings = new ArrayList<>();
    for (Map.Entry<String, List<Node>> path : values.entrySet()) {
      Node value = point.byKey().get(path.getKey()).value();
      List<Node> known = path.getValue();
      int index = 0;
      while (index < known.size() && !text(known.get(index)).equals(text(value))) {
        index++;
      }
      if (index == known.size()) {
        known.add(value);
      }
      settings.add(index);
    }
    return settings;
  }

  /** A value as a label. */
  public static String text(Node value) {
    if (value instanceof Node.Scalar scalar) {
      return scalar.text();
    } else if (value instanceof Node.Sequence sequence) {
      return sequence.items().stream().map(Variation::text).toList().toString();
    }
    List<String> entries =
        ((Node.Mapping) value)
            .entries().stream().map(entry -> entry.key() + ": " + text(entry.value())).toList();
    return "{" + String.join(", ", entries) + "}";
  }
}
