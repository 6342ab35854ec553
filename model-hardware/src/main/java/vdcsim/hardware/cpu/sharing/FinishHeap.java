package vdcsim.hardware.cpu.sharing;

import java.util.Arrays;

/**
 * Tasks by the virtual time at which they end, of equal ones the first come: a binary heap over
 * arrays, 20 bytes a task and no object of its own.
 */
final class FinishHeap {
  private static final int FIRST = 2;
  private static final int INT_BITS = 32;

  private double[] finish = new double[FIRST];

  /** The turn in which a task came, and its number. */
  private long[] tasks = new long[FIRST];

  private Job[] jobs = new Job[FIRST];
  private int size;
  private int turn;

  boolean isEmpty() {
    return size == 0;
  }

  int size() {
    return size;
  }

  double firstFinish() {
    return finish[0];
  }

  int firstTask() {
    return (int) tasks[0];
  }

  Job firstJob() {
    return jobs[0];
  }

  void add(double newFinish, int number, Job job) {
    if (size == finish.length) {
      grow();
    }
    // Nobody is left who came before: turns begin anew, so that they hardly ever run out.
    turn = size == 0 ? 0 : turn + 1;
    long task = (long) turn << INT_BITS | number;
    int hole = size++;
    while (hole > 0 && isBefore(newFinish, task, (hole - 1) / 2)) {
      move((hole - 1) / 2, hole);
      hole = (hole - 1) / 2;
    }
    put(hole, newFinish, task, job);
  }

  private void grow() {
    // By half, since most shares have few tasks, and there are many shares (DatacentreScale).
    int room = size + size / 2;
    finish = Arrays.copyOf(finish, room);
    tasks = Arrays.copyOf(tasks, room);
    jobs = Arrays.copyOf(jobs, room);
  }

  void removeFirst() {
    size--;
    double last = finish[size];
    long lastTask = tasks[size];
    Job lastJob = jobs[size];
    jobs[size] = jobs[0];
    int hole = 0;
    while (2 * hole + 1 < size) {
      int child = 2 * hole + 1;
      if (child + 1 < size && isBefore(finish[child + 1], tasks[child + 1], child)) {
        child++;
      }
      if (isBefore(last, lastTask, child)) {
        break;
      }
      move(child, hole);
      hole = child;
    }
    put(hole, last, lastTask, lastJob);
  }

  /** All end earlier by as much; their order stays. */
  void shift(double by) {
    for (int i = 0; i < size; i++) {
      finish[i] -= by;
    }
  }

  private boolean isBefore(double time, long task, int place) {
    return time < finish[place] || (time == finish[place] && task < tasks[place]);
  }

  private void move(int from, int to) {
    put(to, finish[from], tasks[from], jobs[from]);
  }

  private void put(int place, double time, long task, Job job) {
    finish[place] = time;
    tasks[place] = task;
    jobs[place] = job;
  }
}
