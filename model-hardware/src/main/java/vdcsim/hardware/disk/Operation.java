package vdcsim.hardware.disk;

/** What is asked of a disk. */
public enum Operation {
  READ,
  WRITE,
  /** What was written and is done shall outlive a loss of power; it moves nothing. */
  FLUSH
}
