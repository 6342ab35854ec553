package vdcsim.network.ospf;

import vdcsim.kernel.spec.Doc;

/** What OSPF takes the network of an interface for (RFC 2328, 1.2). */
public enum NetworkType {
  @Doc("any number of routers, which elect a designated one")
  BROADCAST,
  @Doc("a line to one other router")
  POINT_TO_POINT
}
