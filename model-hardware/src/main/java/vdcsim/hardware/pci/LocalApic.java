package vdcsim.hardware.pci;

import java.util.Arrays;
import vdcsim.hardware.cpu.ExecutionContext;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;

/**
 * The interrupt controller of one processor (Intel SDM 3, 11.8): vectors that were requested, and
 * those in service. A vector that is requested again while its request stands is one request; one
 * of a higher class (the upper four bits) goes before, and interrupts one in service.
 *
 * <p>An interrupt is entered behind what the processor has been asked to compute; it does not cut a
 * piece of work in two.
 */
public final class LocalApic implements InterruptTarget, EventHandler {
  /** Where messages to the first processor are written. */
  public static final long FIRST_PROCESSOR = 0xFEE0_0000L;

  private static final int VECTORS = 256;
  private static final int CLASS_BITS = 4;
  private static final int ENTERED = 0;
  private static final int NONE = -1;

  private final InterruptSteps steps;
  private final long[] requested = new long[VECTORS / Long.SIZE];
  private final long[] inService = new long[VECTORS / Long.SIZE];
  private final EventHandler[] routines = new EventHandler[VECTORS];
  private final int[] kinds = new int[VECTORS];
  private final Object[] references = new Object[VECTORS];
  private int lineVector = NONE;
  private boolean line;
  private boolean entering;
  private long delivered;
  private long merged;
  private long unserved;

  /** A controller without routines. */
  public LocalApic(InterruptSteps steps) {
    this.steps = steps;
    Arrays.fill(references, Simulation.NO_REFERENCE);
  }

  /** On a processor that nobody virtualizes, where entering and ending cost so many cycles. */
  public static LocalApic bare(ExecutionContext context, long enterCycles, long endCycles) {
    return new LocalApic(
        new InterruptSteps() {
          @Override
          public void enter(EventHandler whenEntered, int kind, long argument, Object reference) {
            context.execute(enterCycles, whenEntered, kind, argument, reference);
          }

          @Override
          public void end(EventHandler whenEnded, int kind, long argument, Object reference) {
            context.execute(endCycles, whenEnded, kind, argument, reference);
          }
        });
  }

  /** A routine serves a vector; it is called with the vector as its argument, and must end it. */
  public void serve(int vector, EventHandler routine, int kind, Object reference) {
    routines[vector] = routine;
    kinds[vector] = kind;
    references[vector] = reference;
  }

  /** The line of a device leads to a vector. */
  public void lineTo(int vector) {
    lineVector = vector;
  }

  @Override
  public void message(long address, int data) {
    request(data & 0xFF);
  }

  @Override
  public void line(boolean asserted) {
    line = asserted;
    if (asserted && lineVector != NONE && !isSet(inService, lineVector)) {
      request(lineVector);
    }
  }

  private void request(int vector) {
    if (routines[vector] == null) {
      unserved++;
      return;
    }
    if (isSet(requested, vector)) {
      merged++;
      return;
    }
    set(requested, vector, true);
    deliver();
  }

  private void deliver() {
    int next = highest(requested);
    if (!entering && next != NONE && next >> CLASS_BITS > highest(inService) >> CLASS_BITS) {
      entering = true;
      steps.enter(this, ENTERED, 0, Simulation.NO_REFERENCE);
    }
  }

  @Override
  public void handle(int kind, long argument, Object reference) {
    entering = false;
    int vector = highest(requested);
    set(requested, vector, false);
    set(inService, vector, true);
    delivered++;
    routines[vector].handle(kinds[vector], vector, references[vector]);
  }

  /** The routine of the highest vector in service ends it, and goes on in {@code whenEnded}. */
  public void end(EventHandler whenEnded, int kind, long argument, Object reference) {
    int vector = highest(inService);
    if (vector == NONE) {
      throw new IllegalStateException("no interrupt is in service");
    }
    set(inService, vector, false);
    steps.end(whenEnded, kind, argument, reference);
    if (vector == lineVector && line) {
      request(vector);
    } else {
      deliver();
    }
  }

  /** Interrupts whose routine was called. */
  public long delivered() {
    return delivered;
  }

  /** Requests of a vector whose request stood already. */
  public long merged() {
    return merged;
  }

  /** Requests that no routine serves. */
  public long unserved() {
    return unserved;
  }

  private static boolean isSet(long[] bits, int vector) {
    return (bits[vector / Long.SIZE] >>> vector & 1) != 0;
  }

  private static void set(long[] bits, int vector, boolean to) {
    long bit = 1L << vector;
    bits[vector / Long.SIZE] =
        to ? bits[vector / Long.SIZE] | bit : bits[vector / Long.SIZE] & ~bit;
  }

  private static int highest(long[] bits) {
    for (int word = bits.length - 1; word >= 0; word--) {
      if (bits[word] != 0) {
        return word * Long.SIZE + Long.SIZE - 1 - Long.numberOfLeadingZeros(bits[word]);
      }
    }
    return NONE;
  }
}
