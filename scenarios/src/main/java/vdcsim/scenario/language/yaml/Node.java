package vdcsim.scenario.language.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value of a scenario file, with its place. Nodes never change; transforms make new ones. */
public sealed interface Node {
  /** Where the value stands. */
  Place place();

  /** What the value is, for a sentence: {@code a map}, {@code a list}, or the text in quotes. */
  String describe();

  /**
   * A single value, as text.
   *
   * @param quoted whether it stands in quotes, so that it is text whatever it looks like
   */
  record Scalar(String text, boolean quoted, Place place) implements Node {
    /** Whether nothing is written, or {@code null} or {@code ~}. */
    public boolean isNull() {
      return !quoted && (text.isEmpty() || text.equals("~") || text.equalsIgnoreCase("null"));
    }

    @Override
    public String describe() {
      return isNull() ? "nothing" : "'" + Printable.shorten(text) + "'";
    }
  }

  /** A list. */
  record Sequence(List<Node> items, Place place) implements Node {
    public Sequence {
      items = List.copyOf(items);
    }

    @Override
    public String describe() {
      return "a list";
    }
  }

  /** A map, in the order of the file. */
  record Mapping(List<Entry> entries, Place place) implements Node {
    public Mapping {
      entries = List.copyOf(entries);
    }

    /** The entries by key; of equal keys the first. */
    public Map<String, Entry> byKey() {
      Map<String, Entry> map = new LinkedHashMap<>();
      entries.forEach(entry -> map.putIfAbsent(entry.key(), entry));
      return map;
    }

    @Override
    public String describe() {
      return "a map";
    }
  }

  /** A key of a map, its place, and its value. */
  record Entry(String key, Place keyPlace, Node value) {
    /** The same key with another value. */
    public Entry with(Node newValue) {
      return new Entry(key, keyPlace, newValue);
    }
  }
}
