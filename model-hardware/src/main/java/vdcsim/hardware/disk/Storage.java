package vdcsim.hardware.disk;

/** What can be read and written by the byte: a disk, an image on one. */
public interface Storage {
  /** How many bytes it has. */
  long bytes();

  /** Takes a request; it is told when it is done. One that reaches beyond the end fails at once. */
  void submit(DiskRequest request);
}
