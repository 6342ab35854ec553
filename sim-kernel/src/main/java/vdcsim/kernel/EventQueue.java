package vdcsim.kernel;

/**
 * Pending events in order of time, then priority, then insertion.
 *
 * <p>{@link #next} takes the earliest event out and leaves its fields to be read one by one, so
 * that taking an event makes no object.
 */
interface EventQueue {
  /** Inserts an event at {@code timeNs}; returns its handle. */
  long insert(
      long timeNs, int priority, EventHandler handler, int kind, long argument, Object reference);

  /** Takes an event out by its handle; returns whether it was pending. */
  boolean cancel(long handle);

  /** Moves a pending event to {@code timeNs}, behind its equals; returns whether it was pending. */
  boolean reschedule(long handle, long timeNs);

  /** Whether the event of this handle is pending. */
  boolean isPending(long handle);

  /** Takes the earliest event out if it is not after {@code untilNs}; false if there is none. */
  boolean next(long untilNs);

  /** How many events are pending. */
  int size();

  /** The time of the event that was taken last. */
  long timeNs();

  /** Priority and insertion number of the event that was taken last, in one number. */
  long order();

  /** The handler of the event that was taken last. */
  EventHandler handler();

  /** The kind of the event that was taken last. */
  int kind();

  /** The argument of the event that was taken last. */
  long argument();

  /** The reference of the event that was taken last. */
  Object reference();
}
