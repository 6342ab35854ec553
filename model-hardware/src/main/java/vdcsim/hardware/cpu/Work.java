package vdcsim.hardware.cpu;

import java.util.Arrays;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;

/** What a task still has to compute, first come first served; it costs no object a piece. */
final class Work {
  /** A power of two, and doubled where it is too small. */
  private static final int FIRST_CAPACITY = 4;

  /** A piece that ends only when it is cut. */
  static final long ENDLESS = Long.MAX_VALUE;

  private long[] ns = new long[FIRST_CAPACITY];
  private EventHandler[] handlers = new EventHandler[FIRST_CAPACITY];
  private int[] kinds = new int[FIRST_CAPACITY];
  private long[] arguments = new long[FIRST_CAPACITY];
  private Object[] references = new Object[FIRST_CAPACITY];
  private int first;
  private int size;

  boolean isEmpty() {
    return size == 0;
  }

  void add(long durationNs, EventHandler handler, int kind, long argument, Object reference) {
    if (size == ns.length) {
      grow();
    }
    int slot = (first + size) & (ns.length - 1);
    ns[slot] = durationNs;
    handlers[slot] = handler;
    kinds[slot] = kind;
    arguments[slot] = argument;
    references[slot] = reference;
    size++;
  }

  /** Twice the room; it is full, and what stood before the first piece comes behind the last. */
  private void grow() {
    int full = ns.length;
    ns = Arrays.copyOf(ns, 2 * full);
    handlers = Arrays.copyOf(handlers, 2 * full);
    kinds = Arrays.copyOf(kinds, 2 * full);
    arguments = Arrays.copyOf(arguments, 2 * full);
    references = Arrays.copyOf(references, 2 * full);
    System.arraycopy(ns, 0, ns, full, first);
    System.arraycopy(handlers, 0, handlers, full, first);
    System.arraycopy(kinds, 0, kinds, full, first);
    System.arraycopy(arguments, 0, arguments, full, first);
    System.arraycopy(references, 0, references, full, first);
  }

  /** What the first piece still needs, in nanoseconds; the work must not be empty. */
  long firstNs() {
    return ns[first];
  }

  /** The first piece has been computed for so long. */
  void done(long durationNs) {
    if (ns[first] != ENDLESS) {
      ns[first] -= durationNs;
    }
  }

  /** The first piece needs just so much more. */
  void cut(long durationNs) {
    ns[first] = durationNs;
  }

  /** Takes the first piece away, and tells nobody. */
  void drop() {
    references[first] = Simulation.NO_REFERENCE;
    first = (first + 1) & (ns.length - 1);
    size--;
  }

  /** Takes the first piece away, and tells who asked for it. */
  void finish() {
    EventHandler handler = handlers[first];
    int kind = kinds[first];
    long argument = arguments[first];
    Object reference = references[first];
    drop();
    handler.handle(kind, argument, reference);
  }
}
