package vdcsim.hypervisor.migration.engine;

/** Disks that move with a machine. */
public interface Storage {
  /**
   * Copies while the machine runs.
   *
   * @param ready runs as soon as both sides are the same and are kept so
   * @param failed runs if nothing gets through any more
   */
  void copy(Runnable ready, Runnable failed);

  /** Nothing more is sent. */
  void close();

  /** What was sent. */
  double sentBytes();
}
