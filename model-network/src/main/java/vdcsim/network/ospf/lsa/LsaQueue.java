package vdcsim.network.ospf.lsa;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * LSAs in the order in which their keys came, found by hash. A router keeps one for each of its
 * neighbours, and every LSA passes all of them; so it is made of plain arrays: 20 bytes a place.
 */
public final class LsaQueue {
  private static final int FEWEST = 8;
  private static final int INDEX_BITS = 28;
  private static final int INDEX = (1 << INDEX_BITS) - 1;

  /** An empty queue lets go of more than this, since waves of flooding are rare. */
  private static final int MOST_KEPT = 64;

  private StoredLsa[] lsas = new StoredLsa[FEWEST];

  // Beside the LSAs, since the way to the key of one passes five objects.
  private long[] keys = new long[FEWEST];

  /**
   * By hash, with linear probing: the code of the type above {@link #INDEX_BITS} bits with an index
   * of the others, or 0; no type has the code 0.
   */
  private int[] places = new int[2 * FEWEST];

  private int end;
  private int size;

  /** Whether it holds none. */
  public boolean isEmpty() {
    return size == 0;
  }

  /** The LSA with a key. */
  public Optional<StoredLsa> find(LsaKey key) {
    int place = place(key.bits(), key.type());
    return places[place] == 0 ? Optional.empty() : Optional.of(lsas[places[place] & INDEX]);
  }

  /** Puts an LSA at the end, or in place of the one with its key. */
  public void put(StoredLsa lsa) {
    LsaKey key = lsa.key();
    int place = place(key.bits(), key.type());
    if (places[place] != 0) {
      lsas[places[place] & INDEX] = lsa;
      return;
    }
    if (end == lsas.length) {
      resize(size * 2 > end ? end * 2 : end);
      place = place(key.bits(), key.type());
    }
    lsas[end] = lsa;
    keys[end] = key.bits();
    places[place] = entry(end, key.type());
    end++;
    size++;
  }

  /** Takes out the LSA with a key; returns whether there was one. */
  public boolean remove(LsaKey key) {
    int place = size == 0 ? 0 : place(key.bits(), key.type());
    if (places[place] == 0) {
      return false;
    }
    lsas[places[place] & INDEX] = null;
    closeGap(place);
    size--;
    if (size == 0) {
      clear();
    }
    return true;
  }

  /** Takes out all. */
  public void clear() {
    if (lsas.length > MOST_KEPT) {
      lsas = new StoredLsa[FEWEST];
      keys = new long[FEWEST];
      places = new int[2 * FEWEST];
    } else if (size > 0) {
      Arrays.fill(lsas, null);
      Arrays.fill(places, 0);
    }
    end = 0;
    size = 0;
  }

  /** All, in order. */
  public List<StoredLsa> all() {
    List<StoredLsa> all = new ArrayList<>(size);
    for (int i = 0; i < end; i++) {
      if (lsas[i] != null) {
        all.add(lsas[i]);
      }
    }
    return all;
  }

  /** The place of a key, or the free one where it belongs. */
  private int place(long key, LsaType type) {
    int mask = places.length - 1;
    int place = LsaTable.hash(key) & mask;
    while (places[place] != 0
        && (keys[places[place] & INDEX] != key || places[place] >>> INDEX_BITS != type.code())) {
      place = (place + 1) & mask;
    }
    return place;
  }

  private static int entry(int index, LsaType type) {
    return type.code() << INDEX_BITS | index;
  }

  /** Frees a place; those behind it move up. */
  private void closeGap(int place) {
    int mask = places.length - 1;
    int hole = place;
    places[hole] = 0;
    for (int next = (hole + 1) & mask; places[next] != 0; next = (next + 1) & mask) {
      int home = LsaTable.hash(keys[places[next] & INDEX]) & mask;
      if (((next - home) & mask) >= ((next - hole) & mask)) {
        places[hole] = places[next];
        places[next] = 0;
        hole = next;
      }
    }
  }

  private void resize(int room) {
    StoredLsa[] old = lsas;
    lsas = new StoredLsa[room];
    keys = new long[room];
    places = new int[2 * room];
    int count = 0;
    for (int i = 0; i < end; i++) {
      if (old[i] != null) {
        LsaKey key = old[i].key();
        lsas[count] = old[i];
        keys[count] = key.bits();
        places[place(key.bits(), key.type())] = entry(count, key.type());
        count++;
      }
    }
    end = count;
  }
}
