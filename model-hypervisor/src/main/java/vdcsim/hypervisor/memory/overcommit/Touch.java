package vdcsim.hypervisor.memory.overcommit;

/** What a guest's touch of a page meets in the host. */
enum Touch {
  /** The page is there. */
  HIT,
  /** It has no frame yet. */
  FILL,
  /** It is written, and others share its frame. */
  COPY,
  /** It is in the host's swap file. */
  SWAPPED
}
