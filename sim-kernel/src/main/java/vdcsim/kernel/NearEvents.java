package vdcsim.kernel;

import java.util.Arrays;

/**
 * The earliest events in order, in a ring: both ends are cheap, and an insertion or removal in the
 * middle moves the shorter side.
 */
final class NearEvents {
  private final EventSlots events;
  private long[] times = new long[64];
  private int[] slots = new int[64];
  private int head;
  private int size;

  NearEvents(EventSlots events) {
    this.events = events;
  }

  int size() {
    return size;
  }

  long firstTimeNs() {
    return times[head];
  }

  long timeNs(int place) {
    return times[index(place)];
  }

  int removeFirst() {
    int slot = slots[head];
    head = index(1);
    size--;
    return slot;
  }

  int removeLast() {
    return slots[index(--size)];
  }

  /** Adds at the end without regard to order; {@link #sort} must follow. */
  void append(int slot) {
    reserve();
    put(size++, events.timeNs(slot), slot);
  }

  void clear() {
    head = 0;
    size = 0;
  }

  void insert(int slot) {
    reserve();
    long time = events.timeNs(slot);
    int place = placeOf(time, events.order(slot));
    if (place < size - place) {
      head = index(-1);
      for (int i = 0; i < place; i++) {
        copy(i + 1, i);
      }
    } else {
      for (int i = size; i > place; i--) {
        copy(i - 1, i);
      }
    }
    size++;
    put(place, time, slot);
  }

  void remove(int slot) {
    int place = placeOf(events.timeNs(slot), events.order(slot));
    size--;
    if (place < size - place) {
      for (int i = place; i > 0; i--) {
        copy(i - 1, i);
      }
      head = index(1);
    } else {
      for (int i = place; i < size; i++) {
        copy(i + 1, i);
      }
    }
  }

  /** How many events come before this time and order. */
  private int placeOf(long timeNs, long order) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      int at = index(middle);
      if (times[at] < timeNs || (times[at] == timeNs && events.order(slots[at]) < order)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Shell's sort; up to a few dozen events it is a plain insertion sort. */
  void sort() {
    int gap = 1;
    while (gap < size / 64) {
      gap = 3 * gap + 1;
    }
    for (; gap > 0; gap /= 3) {
      for (int i = gap; i < size; i++) {
        sink(i, gap);
      }
    }
  }

  private void sink(int place, int gap) {
    long time = times[index(place)];
    int slot = slots[index(place)];
    while (place >= gap && isBefore(time, slot, index(place - gap))) {
      copy(place - gap, place);
      place -= gap;
    }
    put(place, time, slot);
  }

  private boolean isBefore(long time, int slot, int at) {
    return time < times[at] || (time == times[at] && events.order(slot) < events.order(slots[at]));
  }

  private void put(int place, long time, int slot) {
    int at = index(place);
    times[at] = time;
    slots[at] = slot;
  }

  private void copy(int from, int to) {
    put(to, times[index(from)], slots[index(from)]);
  }

  private int index(int place) {
    return (head + place) & (times.length - 1);
  }

  private void reserve() {
    if (size < times.length) {
      return;
    }
    int length = times.length;
    times = Arrays.copyOf(times, 2 * length);
    slots = Arrays.copyOf(slots, 2 * length);
    // What had wrapped round to the front goes on behind the old end.
    System.arraycopy(times, 0, times, length, head);
    System.arraycopy(slots, 0, slots, length, head);
  }
}
