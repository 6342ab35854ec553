package vdcsim.hardware.cpu;

import java.util.Arrays;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;

/** What a task still has to compute, first come first served; it costs no object a piece. */
final class Work {
  private static final int FIRST_CAPACITY = 4;

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
    int slot = (first + size) % ns.length;
    ns[slot] = durationNs;
    handlers[slot] = handler;
    kinds[slot] = kind;
    arguments[slot] = argument;
    references[slot] = reference;
    size++;
  }

  private void grow() {
    rotate(ns.length - first);
    int capacity = 2 * ns.length;
    ns = Arrays.copyOf(ns, capacity);
    handlers = Arrays.copyOf(handlers, capacity);
    kinds = Arrays.copyOf(kinds, capacity);
    arguments = Arrays.copyOf(arguments, capacity);
    references = Arrays.copyOf(references, capacity);
  }

  /** Moves everything so that the first piece lies at slot zero. */
  private void rotate(int distance) {
    long[] oldNs = ns.clone();
    EventHandler[] oldHandlers = handlers.clone();
    int[] oldKinds = kinds.clone();
    long[] oldArguments = arguments.clone();
    Object[] oldReferences = references.clone();
    for (int i = 0; i < ns.length; i++) {
      int slot = (i + distance) % ns.length;
      ns[slot] = oldNs[i];
      handlers[slot] = oldHandlers[i];
      kinds[slot] = oldKinds[i];
      arguments[slot] = oldArguments[i];
      references[slot] = oldReferences[i];
    }
    first = 0;
  }

  /** What the first piece still needs, in nanoseconds; the work must not be empty. */
  long firstNs() {
    return ns[first];
  }

  /** The first piece has been computed for so long. */
  void done(long durationNs) {
    ns[first] -= durationNs;
  }

  /** Takes the first piece away, and tells who asked for it. */
  void finish() {
    EventHandler handler = handlers[first];
    int kind = kinds[first];
    long argument = arguments[first];
    Object reference = references[first];
    references[first] = Simulation.NO_REFERENCE;
    first = (first + 1) % ns.length;
    size--;
    handler.handle(kind, argument, reference);
  }
}
