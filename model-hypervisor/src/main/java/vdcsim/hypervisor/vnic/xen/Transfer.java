package vdcsim.hypervisor.vnic.xen;

import vdcsim.kernel.spec.Doc;

/** How the data of a packet gets from one domain to the other. */
public enum Transfer {
  @Doc("Xen copies between a granted page and the other domain")
  COPY,
  @Doc("the driver domain maps the guest's page, and takes the mapping away afterwards")
  MAP,
  @Doc("the domains exchange a page, as the first versions did it for packets to a guest")
  FLIP
}
