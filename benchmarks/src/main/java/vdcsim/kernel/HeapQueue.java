package vdcsim.kernel;

import java.util.Arrays;

/** A 4-ary implicit heap over parallel arrays. */
final class HeapQueue {
  private static final int PRIORITY_SHIFT = 55;
  private static final int PRIORITY_BIAS = 128;

  private long[] times = new long[64];
  private long[] orders = new long[64];
  private EventHandler[] handlers = new EventHandler[64];
  private int[] kinds = new int[64];
  private long[] arguments = new long[64];
  private Object[] references = new Object[64];
  private int[] generations = new int[64];
  private int[] places = new int[64];
  private int[] heap = new int[64];
  private int[] free = new int[64];
  private int freeCount;
  private int slots;
  private int size;
  private long sequence;

  private long takenTime;
  private long takenOrder;
  private EventHandler takenHandler;
  private int takenKind;
  private long takenArgument;
  private Object takenReference;

  long insert(
      long timeNs, int priority, EventHandler handler, int kind, long argument, Object reference) {
    int slot = freeCount > 0 ? free[--freeCount] : newSlot();
    times[slot] = timeNs;
    orders[slot] = ((long) (priority + PRIORITY_BIAS) << PRIORITY_SHIFT) | sequence++;
    handlers[slot] = handler;
    kinds[slot] = kind;
    arguments[slot] = argument;
    references[slot] = reference;
    up(size++, slot);
    return ((long) generations[slot] << 32) | slot;
  }

  private int newSlot() {
    if (slots == times.length) {
      int length = slots * 2;
      times = Arrays.copyOf(times, length);
      orders = Arrays.copyOf(orders, length);
      handlers = Arrays.copyOf(handlers, length);
      kinds = Arrays.copyOf(kinds, length);
      arguments = Arrays.copyOf(arguments, length);
      references = Arrays.copyOf(references, length);
      generations = Arrays.copyOf(generations, length);
      places = Arrays.copyOf(places, length);
      heap = Arrays.copyOf(heap, length);
      free = Arrays.copyOf(free, length);
    }
    return slots++;
  }

  boolean isPending(long handle) {
    int slot = (int) handle;
    return slot < slots && generations[slot] == (int) (handle >>> 32) && handlers[slot] != null;
  }

  boolean cancel(long handle) {
    if (!isPending(handle)) {
      return false;
    }
    int slot = (int) handle;
    remove(places[slot]);
    release(slot);
    return true;
  }

  boolean reschedule(long handle, long timeNs) {
    if (!isPending(handle)) {
      return false;
    }
    int slot = (int) handle;
    remove(places[slot]);
    times[slot] = timeNs;
    orders[slot] = (orders[slot] >>> PRIORITY_SHIFT << PRIORITY_SHIFT) | sequence++;
    up(size++, slot);
    return true;
  }

  boolean next(long untilNs) {
    if (size == 0 || times[heap[0]] > untilNs) {
      return false;
    }
    int slot = heap[0];
    takenTime = times[slot];
    takenOrder = orders[slot];
    takenHandler = handlers[slot];
    takenKind = kinds[slot];
    takenArgument = arguments[slot];
    takenReference = references[slot];
    remove(0);
    release(slot);
    return true;
  }

  private void release(int slot) {
    handlers[slot] = null;
    references[slot] = null;
    generations[slot]++;
    free[freeCount++] = slot;
  }

  private void remove(int place) {
    int last = heap[--size];
    if (place == size) {
      return;
    }
    if (place > 0 && before(last, heap[(place - 1) >> 2])) {
      up(place, last);
    } else {
      down(place, last);
    }
  }

  private void up(int place, int slot) {
    while (place > 0) {
      int parent = (place - 1) >> 2;
      if (!before(slot, heap[parent])) {
        break;
      }
      put(place, heap[parent]);
      place = parent;
    }
    put(place, slot);
  }

  private void down(int place, int slot) {
    while (true) {
      int first = (place << 2) + 1;
      if (first >= size) {
        break;
      }
      int least = first;
      int end = Math.min(first + 4, size);
      for (int child = first + 1; child < end; child++) {
        if (before(heap[child], heap[least])) {
          least = child;
        }
      }
      if (!before(heap[least], slot)) {
        break;
      }
      put(place, heap[least]);
      place = least;
    }
    put(place, slot);
  }

  private void put(int place, int slot) {
    heap[place] = slot;
    places[slot] = place;
  }

  private boolean before(int a, int b) {
    return times[a] < times[b] || (times[a] == times[b] && orders[a] < orders[b]);
  }

  int size() {
    return size;
  }

  long timeNs() {
    return takenTime;
  }

  long order() {
    return takenOrder;
  }

  EventHandler handler() {
    return takenHandler;
  }

  int kind() {
    return takenKind;
  }

  long argument() {
    return takenArgument;
  }

  Object reference() {
    return takenReference;
  }
}
