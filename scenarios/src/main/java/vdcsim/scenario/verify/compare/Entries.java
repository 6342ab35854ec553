package vdcsim.scenario.verify.compare;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A state as single entries: path to value, as {@code stp.s1.root} to {@code s1}. */
public final class Entries {
  private final Map<String, String> entries = new LinkedHashMap<>();

  private final Map<String, List<String>> alternatives = new LinkedHashMap<>();

  /** No entries yet. */
  public Entries() {}

  /**
   * Adds an entry.
   *
   * @throws IllegalStateException if the path has a value already
   */
  public void add(String path, String value) {
    if (entries.putIfAbsent(path, value) != null) {
      throw new IllegalStateException("two values of " + path);
    }
  }

  /**
   * Adds an entry for which several values are right.
   *
   * @param value the one that was recorded
   * @param others what is right as well
   * @throws IllegalStateException if the path has a value already
   */
  public void add(String path, String value, Collection<String> others) {
    add(path, value);
    if (!others.isEmpty()) {
      alternatives.put(path, List.copyOf(others));
    }
  }

  /** Adds all entries of another state. */
  public void addAll(Entries other) {
    other.entries.forEach(this::add);
    alternatives.putAll(other.alternatives);
  }

  /** Whether a value of an entry is right. */
  boolean accepts(String path, String value) {
    return value.equals(entries.get(path))
        || alternatives.getOrDefault(path, List.of()).contains(value);
  }

  /** The entries, in the order in which they were added. */
  public Map<String, String> byPath() {
    return Collections.unmodifiableMap(entries);
  }
}
