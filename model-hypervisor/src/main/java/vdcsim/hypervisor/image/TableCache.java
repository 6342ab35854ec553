package vdcsim.hypervisor.image;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** The tables that an image keeps in memory, the one used longest ago first; some are dirty. */
final class TableCache {
  private final int most;
  private final Map<Long, Boolean> dirty = new LinkedHashMap<>(16, 0.75f, true);

  TableCache(int most) {
    this.most = most;
  }

  /** Whether a table is in memory; it counts as used. */
  boolean has(long table) {
    return dirty.get(table) != null;
  }

  /**
   * A table comes in.
   *
   * @return whether one that was changed had to go, and is to be written
   */
  boolean load(long table) {
    boolean writeBack = false;
    if (dirty.size() == most) {
      Iterator<Map.Entry<Long, Boolean>> oldest = dirty.entrySet().iterator();
      writeBack = oldest.next().getValue();
      oldest.remove();
    }
    dirty.put(table, false);
    return writeBack;
  }

  /** A table in memory has been changed. */
  void change(long table) {
    dirty.put(table, true);
  }

  /** All that were changed are written; returns how many those are. */
  int clean() {
    int changed = 0;
    for (Map.Entry<Long, Boolean> table : dirty.entrySet()) {
      changed += table.getValue() ? 1 : 0;
      table.setValue(false);
    }
    return changed;
  }
}
