package vdcsim.network.ospf.lsa;

import java.util.Arrays;

/**
 * The LSAs of one type: found by hash, listed in the order of keys. Open addressing with linear
 * probing; the sorted list is sorted anew only after a key came or went.
 */
final class LsaTable {
  private static final StoredLsa[] NOTHING = {};
  private static final int FEWEST_PLACES = 16;

  private final LsaType type;
  private StoredLsa[] places = new StoredLsa[FEWEST_PLACES];

  // Beside the LSAs, since the way to the key of one passes five objects.
  private long[] keys = new long[FEWEST_PLACES];
  private int size;
  private StoredLsa[] sorted = NOTHING;
  private boolean sortedIsValid = true;
  private boolean keysAreSame = true;

  LsaTable(LsaType type) {
    this.type = type;
  }

  int size() {
    return size;
  }

  /** The place of a key, or the free one where it belongs. */
  private int place(long key) {
    int mask = places.length - 1;
    int place = hash(key) & mask;
    while (places[place] != null && keys[place] != key) {
      place = (place + 1) & mask;
    }
    return place;
  }

  /** Mixed, since both halves of a router LSA's key are the same. */
  static int hash(long key) {
    long mixed = key * 0x9E37_79B9_7F4A_7C15L;
    return (int) (mixed >>> 32) ^ (int) (mixed >>> 47);
  }

  private static long bits(StoredLsa stored) {
    return stored.lsa().key().bits();
  }

  /** What stands at a key, or {@code otherwise}. */
  StoredLsa at(long key, StoredLsa otherwise) {
    StoredLsa found = places[place(key)];
    return found == null ? otherwise : found;
  }

  /** Puts an LSA in place of the one with its key; returns that, or {@code otherwise}. */
  StoredLsa put(StoredLsa stored, StoredLsa otherwise) {
    if (stored.key().type() != type) {
      throw new IllegalArgumentException(stored.key() + " is none of type " + type);
    }
    long key = bits(stored);
    int place = place(key);
    StoredLsa before = places[place];
    places[place] = stored;
    keys[place] = key;
    sortedIsValid = false;
    if (before != null) {
      return before;
    }
    keysAreSame = false;
    size++;
    if (size * 2 > places.length) {
      resize();
    }
    return otherwise;
  }

  private void resize() {
    StoredLsa[] old = places;
    long[] oldKeys = keys;
    places = new StoredLsa[old.length * 2];
    keys = new long[places.length];
    for (int i = 0; i < old.length; i++) {
      if (old[i] != null) {
        int place = place(oldKeys[i]);
        places[place] = old[i];
        keys[place] = oldKeys[i];
      }
    }
  }

  /** Removes what stands at a key, and closes the gap; returns it, or {@code otherwise}. */
  StoredLsa remove(long key, StoredLsa otherwise) {
    int mask = places.length - 1;
    int hole = place(key);
    StoredLsa removed = places[hole];
    if (removed == null) {
      return otherwise;
    }
    places[hole] = null;
    size--;
    sortedIsValid = false;
    keysAreSame = false;
    for (int next = (hole + 1) & mask; places[next] != null; next = (next + 1) & mask) {
      int home = hash(keys[next]) & mask;
      if (((next - home) & mask) >= ((next - hole) & mask)) {
        places[hole] = places[next];
        keys[hole] = keys[next];
        places[next] = null;
        hole = next;
      }
    }
    return removed;
  }

  /** All, in the order of keys; the array is not to be changed, and later changes do not show. */
  StoredLsa[] sorted() {
    if (!sortedIsValid) {
      sorted = keysAreSame ? renewed() : sortedAnew();
      sortedIsValid = true;
      keysAreSame = true;
    }
    return sorted;
  }

  /** Other instances in the places of the old ones. */
  private StoredLsa[] renewed() {
    StoredLsa[] all = new StoredLsa[size];
    for (int i = 0; i < size; i++) {
      all[i] = places[place(bits(sorted[i]))];
    }
    return all;
  }

  private StoredLsa[] sortedAnew() {
    StoredLsa[] all = new StoredLsa[size];
    int count = 0;
    for (StoredLsa stored : places) {
      if (stored != null) {
        all[count++] = stored;
      }
    }
    Arrays.sort(all, (a, b) -> Long.compareUnsigned(bits(a), bits(b)));
    return all;
  }
}
