package vdcsim.hypervisor.memory.overcommit.swap;

import java.util.BitSet;

/** The places of a swap file. */
public final class SwapSpace {
  /** No place is free. */
  public static final int NONE = -1;

  private final BitSet taken = new BitSet();
  private long places;
  private int used;

  /** No place below this one is free. */
  private int lowest;

  /** A file without room. */
  public SwapSpace() {}

  /** It has so many places from now on. */
  public void resize(long newPlaces) {
    places = newPlaces;
  }

  /** How many places hold a page. */
  public int used() {
    return used;
  }

  /** How many places there are. */
  public long places() {
    return places;
  }

  /** Takes the first free place, or {@link #NONE}. */
  public int take() {
    if (used >= places) {
      return NONE;
    }
    int place = taken.nextClearBit(lowest);
    taken.set(place);
    lowest = place + 1;
    used++;
    return place;
  }

  /** Frees a place. */
  public void release(int place) {
    if (!taken.get(place)) {
      throw new IllegalStateException("place " + place + " of the swap file is free already");
    }
    taken.clear(place);
    lowest = Math.min(lowest, place);
    used--;
  }
}
