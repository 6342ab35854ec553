package vdcsim.scenario.verify.compare;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A state as single entries: path to value, as {@code stp.s1.root} to {@code s1}. */
public final class Entries {
  private final Map<String, String> entries = new LinkedHashMap<>();

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

  /** Adds all entries of another state. */
  public void addAll(Entries other) {
    other.entries.forEach(this::add);
  }

  /** The entries, in the order in which they were added. */
  public Map<String, String> byPath() {
    return Collections.unmodifiableMap(entries);
  }
}
