package vdcsim.network.ospf.spf;

import java.util.Arrays;

/**
 * The candidate vertices, the nearest first; of equally near ones networks before routers (RFC
 * 2328, 16.1, step 3), then the lower number. A heap of numbers that hold distance and vertex; an
 * entry that has been improved since is left in and skipped by who takes it.
 */
final class Candidates {
  private static final long ROUTER = 1L << 31;

  private long[] heap = new long[64];
  private int size;

  void add(int distance, boolean router, int vertex) {
    if (size == heap.length) {
      heap = Arrays.copyOf(heap, size * 2);
    }
    long entry = ((long) distance << 32) | (router ? ROUTER : 0) | vertex;
    int at = size++;
    while (at > 0 && heap[(at - 1) >>> 1] > entry) {
      heap[at] = heap[(at - 1) >>> 1];
      at = (at - 1) >>> 1;
    }
    heap[at] = entry;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** Takes the first entry. */
  long take() {
    long first = heap[0];
    long last = heap[--size];
    int at = 0;
    for (int child = 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size && heap[child + 1] < heap[child]) {
        child++;
      }
      if (last <= heap[child]) {
        break;
      }
      heap[at] = heap[child];
      at = child;
    }
    heap[at] = last;
    return first;
  }

  static int distance(long entry) {
    return (int) (entry >>> 32);
  }

  static int vertex(long entry) {
    return (int) (entry & (ROUTER - 1));
  }
}
