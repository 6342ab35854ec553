package vdcsim.hardware.disk;

import vdcsim.hardware.cpu.ExecutionContext;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;

/**
 * A request to a disk. Whoever asks keeps the object and uses it again when it is done, so that a
 * request costs none.
 */
public final class DiskRequest {
  private Operation operation = Operation.READ;
  private long offset;
  private long bytes;
  private final EventHandler whenDone;
  private final int kind;
  private long argument;
  private Object reference = Simulation.NO_REFERENCE;
  private long askedNs;
  private int openPieces;
  private boolean failed;
  private ExecutionContext thread = ExecutionContext.FREE;
  private long endCycles;
  private EventHandler whenSubmitted = (k, a, r) -> {};
  private int submittedKind;
  private long submittedArgument;

  /** A request; {@code whenDone} is told with {@code kind}, its number and the request itself. */
  public DiskRequest(EventHandler whenDone, int kind) {
    this.whenDone = whenDone;
    this.kind = kind;
  }

  /** Asks for something; returns itself. */
  public DiskRequest ask(Operation newOperation, long newOffset, long newBytes) {
    operation = newOperation;
    offset = newOffset;
    bytes = newBytes;
    failed = false;
    return this;
  }

  /** A number for whoever asked, which comes back with it; returns itself. */
  public DiskRequest note(long newArgument) {
    argument = newArgument;
    return this;
  }

  /** As {@link #note(long)}, with an object beside the number. */
  public DiskRequest note(long newArgument, Object newReference) {
    reference = newReference;
    return note(newArgument);
  }

  /** What is asked. */
  public Operation operation() {
    return operation;
  }

  /** Where it begins, in bytes. */
  public long offset() {
    return offset;
  }

  /** How much it moves. */
  public long bytes() {
    return bytes;
  }

  /** The number that was noted on it. */
  public long argument() {
    return argument;
  }

  /** The object that was noted on it. */
  public Object reference() {
    return reference;
  }

  /** Whether it could not be done: it reached beyond the end. */
  public boolean failed() {
    return failed;
  }

  long askedNs() {
    return askedNs;
  }

  void asked(long nowNs) {
    askedNs = nowNs;
  }

  /** It will be done in so many pieces. */
  public void splitInto(int pieces) {
    openPieces = pieces;
  }

  /** A piece of it is done; returns whether that was the last. */
  public boolean pieceDone() {
    openPieces--;
    return openPieces == 0;
  }

  /** Whom to tell when it has been handed down, and what its end will cost which thread. */
  public void submittedBy(
      ExecutionContext newThread,
      long newEndCycles,
      EventHandler newWhenSubmitted,
      int newKind,
      long newArgument) {
    thread = newThread;
    endCycles = newEndCycles;
    whenSubmitted = newWhenSubmitted;
    submittedKind = newKind;
    submittedArgument = newArgument;
  }

  /** The thread that hands it down. */
  public ExecutionContext thread() {
    return thread;
  }

  /** It has been handed down: its thread goes on. */
  public void submitted() {
    whenSubmitted.handle(submittedKind, submittedArgument, this);
  }

  /** It is done: when its thread has ended it, whoever asked is told. */
  public void done() {
    doneOn(thread);
  }

  /** It is done: when somebody else has ended it in place of its thread, whoever asked is told. */
  public void doneOn(ExecutionContext other) {
    other.execute(endCycles, whenDone, kind, argument, this);
  }

  /** It cannot be done, as its end will say. */
  public void refuse() {
    failed = true;
  }

  /** It cannot be done: whoever asked is told. */
  public void fail() {
    refuse();
    done();
  }
}
