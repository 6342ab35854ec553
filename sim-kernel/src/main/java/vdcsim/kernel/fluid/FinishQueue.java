package vdcsim.kernel.fluid;

import java.util.Arrays;

/**
 * The flows of a bundle by the virtual time at which they end; of equal ones, the first come. A
 * binary heap in which each flow knows its place, so that one that leaves early costs a logarithm,
 * too.
 */
final class FinishQueue {
  private static final int FIRST = 4;

  private Flow[] heap = new Flow[FIRST];
  private int size;
  private long turns;

  boolean isEmpty() {
    return size == 0;
  }

  int size() {
    return size;
  }

  /** The flow that ends first; there must be one. */
  Flow first() {
    return heap[0];
  }

  void add(Flow flow) {
    if (size == heap.length) {
      heap = Arrays.copyOf(heap, 2 * size);
    }
    flow.turn = turns++;
    rise(size++, flow);
  }

  void remove(Flow flow) {
    int hole = flow.place;
    Flow last = heap[--size];
    heap[size] = null;
    if (hole < size) {
      if (hole > 0 && isBefore(last, heap[(hole - 1) / 2])) {
        rise(hole, last);
      } else {
        sink(hole, last);
      }
    }
  }

  /** Moves all ends earlier by as much; their order stays. */
  void shift(double by) {
    for (int i = 0; i < size; i++) {
      heap[i].finish -= by;
    }
  }

  private void rise(int from, Flow flow) {
    int hole = from;
    while (hole > 0 && isBefore(flow, heap[(hole - 1) / 2])) {
      put(hole, heap[(hole - 1) / 2]);
      hole = (hole - 1) / 2;
    }
    put(hole, flow);
  }

  private void sink(int from, Flow flow) {
    int hole = from;
    while (2 * hole + 1 < size) {
      int child = 2 * hole + 1;
      if (child + 1 < size && isBefore(heap[child + 1], heap[child])) {
        child++;
      }
      if (!isBefore(heap[child], flow)) {
        break;
      }
      put(hole, heap[child]);
      hole = child;
    }
    put(hole, flow);
  }

  private void put(int place, Flow flow) {
    heap[place] = flow;
    flow.place = place;
  }

  private static boolean isBefore(Flow a, Flow b) {
    return a.finish < b.finish || (a.finish == b.finish && a.turn < b.turn);
  }
}
