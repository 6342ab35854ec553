package vdcsim.hypervisor.migration;

import vdcsim.kernel.spec.Doc;

/** How a machine is moved. */
public enum Algorithm {
  @Doc("QEMU's: as long as the machine runs, until the rest fits into the downtime limit")
  PRE_COPY,
  @Doc("the machine stands still while all is sent")
  STOP_AND_COPY,
  @Doc("the machine runs at the destination first, its pages follow")
  POST_COPY,
  @Doc("a round of pre-copy, or as many as 'rounds' says, then post-copy")
  HYBRID,
  @Doc("whole rounds at one rate, until the next fits into the downtime limit: the textbook's")
  CONSTANT_RATE,
  @Doc("Xen's of 2005: each round 50 Mbps faster than pages were dirtied")
  XEN_2005,
  @Doc("Xen's library: at most five rounds, or until fewer than 50 pages are dirty")
  LIBXL
}
