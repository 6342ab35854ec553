package vdcsim.hypervisor.memory.overcommit.virtioballoon;

import java.util.List;

/** The queues of a balloon, without that of hints for migration (VirtIO 1.1, 5.5.2). */
public enum BalloonQueue {
  /** Pages that the guest gives. */
  INFLATE(0),
  /** Pages that it has back. */
  DEFLATE(1),
  /** A buffer that the host gives back when it wants figures. */
  STATS(2),
  /** Free memory: the descriptors themselves name it, each 2 MiB. */
  REPORTING(3);

  private static final List<BalloonQueue> BY_NUMBER = List.of(values());

  private final int number;

  BalloonQueue(int number) {
    this.number = number;
  }

  /** The number by which its doorbell is rung. */
  int number() {
    return number;
  }

  static BalloonQueue numbered(int number) {
    return BY_NUMBER.get(number);
  }
}
