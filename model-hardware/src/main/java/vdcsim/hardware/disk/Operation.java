package vdcsim.hardware.disk;

/** What is asked of a disk. */
public enum Operation {
  READ,
  WRITE
}
