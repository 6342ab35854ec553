package vdcsim.hardware.disk.pagecache;

/** A page of a file in memory. */
final class Page {
  /** How large it is. */
  static final int BYTES = 4096;

  final CachedFile file;
  final long number;

  /** Whether it waits to be written; while it is being written it may come to wait again. */
  boolean dirty;

  /** Whether it is being written. */
  boolean written;

  /** Since when it waits. */
  long dirtyNs;

  Page(CachedFile file, long number) {
    this.file = file;
    this.number = number;
  }

  boolean isClean() {
    return !dirty && !written;
  }
}
