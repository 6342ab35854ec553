package vdcsim.kernel.world;

import java.util.Arrays;
import vdcsim.kernel.hashing.Probing;

/**
 * Names in the order in which they came, each with the things that bear it: arrays, and a table of
 * places that is probed by the hash of a name. A name costs 13 to 17 bytes beside its things, an
 * entry of a linked map 44 to 48 (DatacentreScale).
 */
final class Names {
  private static final int FIRST = 16;

  private static final Object[] NOTHING = {};

  private String[] names = new String[FIRST];

  /** Arrays that never change: three things of a name cost 32 bytes, in a list 56. */
  private Object[][] things = new Object[FIRST][];

  private int size;

  /** One more than the place of a name, or 0. */
  private int[] table = new int[2 * FIRST];

  int size() {
    return size;
  }

  /** The name that came as this one, from 0. */
  String name(int place) {
    return names[place];
  }

  /** The things of the name that came as this one. */
  Object[] of(int place) {
    return things[place];
  }

  /** The things of a name; none if it is not known. */
  Object[] of(String name) {
    int place = table[slot(name)] - 1;
    return place < 0 ? NOTHING : things[place];
  }

  /** Adds a thing to those of a name. */
  void add(String name, Object thing) {
    int slot = slot(name);
    if (table[slot] == 0) {
      table[slot] = newName(name) + 1;
    }
    int place = table[slot] - 1;
    Object[] before = things[place];
    Object[] more = Arrays.copyOf(before, before.length + 1);
    more[before.length] = thing;
    things[place] = more;
    if (8 * size >= 7 * table.length) {
      widen();
    }
  }

  private int newName(String name) {
    if (size == names.length) {
      names = Arrays.copyOf(names, size + size / 2);
      things = Arrays.copyOf(things, size + size / 2);
    }
    names[size] = name;
    things[size] = NOTHING;
    return size++;
  }

  private void widen() {
    table = new int[2 * table.length];
    for (int place = 0; place < size; place++) {
      table[slot(names[place])] = place + 1;
    }
  }

  /** Where a name stands in the table, or would. */
  private int slot(String name) {
    int slot = Probing.first(name, table.length);
    for (int number = 1; table[slot] != 0 && !names[table[slot] - 1].equals(name); number++) {
      slot = Probing.next(slot, number, table.length);
    }
    return slot;
  }
}
