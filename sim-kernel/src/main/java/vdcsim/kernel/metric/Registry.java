package vdcsim.kernel.metric;

import java.util.Map;
import java.util.TreeMap;

/**
 * The instruments of a run: a table that is probed by the hash of a name, and sorted when it is
 * read. It costs 5 to 9 bytes an instrument, an entry of a sorted map 40 (DatacentreScale).
 */
final class Registry {
  private static final int FIRST = 16;

  /** 2^32 over the golden ratio (Knuth: The Art of Computer Programming, 6.4). */
  private static final int SPREAD = 0x9E3779B9;

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
    // The highest bits of a product depend on all of the hash; vm1, vm2, ... would stand in one
    // row.
    int slot = (name.hashCode() * SPREAD) >>> (Integer.numberOfLeadingZeros(slots.length) + 1);
    // Steps of 1, 2, 3, ... come to every place of a table of 2^n (Knuth, 6.4, exercise 20); in a
    // table that is full to 7/8 they need 9 to find that a name is new, steps of 1 need 32.
    for (int step = 1; slots[slot] != null && !slots[slot].isNamed(name); step++) {
      slot = (slot + step) & (slots.length - 1);
    }
    return slot;
  }
}
