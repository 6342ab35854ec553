package vdcsim.hypervisor.migration;

import vdcsim.kernel.spec.Doc;

/** How the threads of a migration compress pages. */
public enum Compression {
  @Doc("not at all")
  NONE(1, Double.POSITIVE_INFINITY),
  @Doc("zlib at level 1: to 1/2.743, at 90 MB/s a thread (zstd's README of 1.4.5, Silesia corpus)")
  ZLIB(2.743, 90e6),
  @Doc("zstd at level 1: to 1/2.884, at 500 MB/s a thread (the same table)")
  ZSTD(2.884, 500e6);

  private final double ratio;
  private final double bytesPerSecond;

  Compression(double ratio, double bytesPerSecond) {
    this.ratio = ratio;
    this.bytesPerSecond = bytesPerSecond;
  }

  /** How many times smaller data become. */
  double ratio() {
    return ratio;
  }

  /** What one thread reads in a second. */
  double bytesPerSecond() {
    return bytesPerSecond;
  }
}
