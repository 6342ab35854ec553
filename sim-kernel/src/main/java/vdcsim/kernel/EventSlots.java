package vdcsim.kernel;

import java.util.Arrays;

/**
 * The fields of events, by slot: what an object for each event would hold, without the object.
 *
 * <p>A handle is a slot and its generation. The generation grows when the slot is released, so that
 * a stale handle finds nothing; a slot whose generations are used up is never given out again.
 */
final class EventSlots {
  /** No slot; the end of a list. */
  static final int NONE = -1;

  // One record of 40 bytes for each slot, not an array for each field: taking an event out of a
  // million touches two cache lines instead of seven.
  private static final int FIELDS = 5;
  private static final int TIME = 0;
  private static final int ORDER = 1;
  private static final int ARGUMENT = 2;
  private static final int KIND_AND_GENERATION = 3;
  private static final int LINKS = 4;

  /** The generation of a slot that has had all others, and of {@link Simulation#NO_EVENT}. */
  private static final int WORN = 0;

  private static final long LOW = 0xFFFF_FFFFL;

  private long[] fields = new long[64 * FIELDS];
  private Object[] objects = new Object[64 * 2];
  private final int firstGeneration;
  private int free = NONE;
  private int used;

  EventSlots() {
    this(1);
  }

  /** Slots whose generations start here. */
  EventSlots(int firstGeneration) {
    this.firstGeneration = firstGeneration;
  }

  /** Gives out a slot; its time and order are set when it is queued. */
  int allocate(EventHandler handler, int kind, long argument, Object reference) {
    int slot = free != NONE ? free : newSlot();
    int record = slot * FIELDS;
    free = (int) (fields[record + LINKS] >> 32);
    fields[record + ARGUMENT] = argument;
    fields[record + KIND_AND_GENERATION] =
        (long) kind << 32 | (fields[record + KIND_AND_GENERATION] & LOW);
    objects[slot << 1] = handler;
    objects[(slot << 1) + 1] = reference;
    return slot;
  }

  private int newSlot() {
    if (used * FIELDS == fields.length) {
      // By half: 48 bytes a slot, and a large run needs few of those that doubling would add.
      int room = used + used / 2;
      fields = Arrays.copyOf(fields, Math.multiplyExact(room, FIELDS));
      objects = Arrays.copyOf(objects, 2 * room);
    }
    int slot = used++;
    fields[slot * FIELDS + KIND_AND_GENERATION] = firstGeneration & LOW;
    link(slot, NONE, NONE);
    return slot;
  }

  /** Takes a slot back. */
  void release(int slot) {
    int record = slot * FIELDS;
    objects[slot << 1] = null;
    objects[(slot << 1) + 1] = null;
    int generation = (int) fields[record + KIND_AND_GENERATION] + 1;
    fields[record + KIND_AND_GENERATION] = generation & LOW;
    if (generation != WORN) {
      link(slot, free, NONE);
      free = slot;
    }
  }

  long handle(int slot) {
    return fields[slot * FIELDS + KIND_AND_GENERATION] << 32 | slot;
  }

  /** The slot of a handle, or {@link #NONE} when its event is no longer held. */
  int find(long handle) {
    int slot = (int) handle;
    int generation = (int) (handle >>> 32);
    boolean held =
        slot >= 0
            && slot < used
            && generation != WORN
            && generation == (int) fields[slot * FIELDS + KIND_AND_GENERATION];
    return held ? slot : NONE;
  }

  /** How many slots there are, free ones included. */
  int capacity() {
    return used;
  }

  void schedule(int slot, long timeNs, long order) {
    fields[slot * FIELDS + TIME] = timeNs;
    fields[slot * FIELDS + ORDER] = order;
  }

  long timeNs(int slot) {
    return fields[slot * FIELDS + TIME];
  }

  /** Priority and insertion number in one number. */
  long order(int slot) {
    return fields[slot * FIELDS + ORDER];
  }

  long argument(int slot) {
    return fields[slot * FIELDS + ARGUMENT];
  }

  int kind(int slot) {
    return (int) (fields[slot * FIELDS + KIND_AND_GENERATION] >> 32);
  }

  EventHandler handler(int slot) {
    return (EventHandler) objects[slot << 1];
  }

  Object reference(int slot) {
    return objects[(slot << 1) + 1];
  }

  /** The slot behind this one in its list. */
  int next(int slot) {
    return (int) (fields[slot * FIELDS + LINKS] >> 32);
  }

  /** The slot before this one in its list; the list's owner gives the first one a meaning. */
  int previous(int slot) {
    return (int) fields[slot * FIELDS + LINKS];
  }

  void link(int slot, int next, int previous) {
    fields[slot * FIELDS + LINKS] = (long) next << 32 | (previous & LOW);
  }
}
