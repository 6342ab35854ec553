package vdcsim.kernel.metric;

import java.util.Map;
import java.util.TreeMap;
import vdcsim.kernel.hashing.Probing;

/**
 * The instruments of a run: a table that is probed by the hash of a name, and sorted when it is
 * read. It costs 5 to 9 bytes an instrument, an entry of a sorted map 40 (DatacentreScale).
 */
final class Registry {
  private static final int FIRST = 16;

  private Instrument[] slots = new Instrument[FIRST];
  private int size;

  /** Takes in an instrument, unless there is one of this name already; returns whether it did. */
  boolean add(String name, Instrument instrument) {
    if (8 * size >= 7 * slots.length) {
      grow();
    }
    int slot = slot(name);
    if (slots[slot] != null) {
      return false;
    }
    slots[slot] = instrument;
    size++;
    return true;
  }

  boolean holds(String name) {
    return slots[slot(name)] != null;
  }

  /** All of them, by name. */
  Map<String, Instrument> byName() {
    Map<String, Instrument> sorted = new TreeMap<>();
    for (Instrument instrument : slots) {
      if (instrument != null) {
        sorted.put(instrument.name(), instrument);
      }
    }
    return sorted;
  }

  private void grow() {
    Instrument[] full = slots;
    slots = new Instrument[2 * full.length];
    for (Instrument instrument : full) {
      if (instrument != null) {
        slots[slot(instrument.name())] = instrument;
      }
    }
  }

  /** Where a name stands, or would. */
  private int slot(String name) {
    int slot = Probing.first(name, slots.length);
    for (int number = 1; slots[slot] != null && !slots[slot].isNamed(name); number++) {
      slot = Probing.next(slot, number, slots.length);
    }
    return slot;
  }
}
