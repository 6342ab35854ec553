package vdcsim.hypervisor.dirty;

import vdcsim.kernel.spec.Doc;

/** What drives the writes of a guest. */
public enum Drive {
  @Doc("the time in which the machine runs, less what is taken from its processors")
  RUNNING,
  @Doc(
      "the time for which its virtual processors have had a processor, in the mean: an idle guest"
          + " writes nothing, and one whose host is busy writes less")
  COMPUTING
}
