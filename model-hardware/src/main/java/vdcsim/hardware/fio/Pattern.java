package vdcsim.hardware.fio;

import vdcsim.kernel.spec.Doc;

/** In which order places are visited, and what is done there. */
public enum Pattern {
  @Doc("reads, one place behind the other")
  READ,
  @Doc("writes, one place behind the other")
  WRITE,
  @Doc("reads at random places")
  RANDOM_READ,
  @Doc("writes at random places")
  RANDOM_WRITE,
  @Doc("reads and writes at random places")
  RANDOM_MIXED;

  /** Whether places are random. */
  boolean isRandom() {
    return this != READ && this != WRITE;
  }
}
