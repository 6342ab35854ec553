package vdcsim.hardware.disk;

/** The inside of a disk: it takes as many requests as its queue has room for. */
interface Drive {
  /** Begins with a request; {@link Disk#finished} is called when it is done. */
  void begin(DiskRequest request);
}
