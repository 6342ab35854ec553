package vdcsim.network.ospf;

import vdcsim.kernel.spec.Doc;

/** What an area lets in (RFC 2328, 3.6; RFC 3101). */
public enum AreaType {
  @Doc("all routes")
  NORMAL,
  @Doc("no routes from outside the autonomous system; a default route instead")
  STUB,
  @Doc("as stub, and no routes of other areas either")
  TOTALLY_STUB,
  @Doc("not so stubby: as stub, but it may bring in routes from outside itself")
  NSSA,
  @Doc("as nssa, and no routes of other areas either")
  TOTALLY_NSSA;

  /** Whether LSAs of type 5 are flooded in it. */
  boolean takesExternals() {
    return this == NORMAL;
  }

  boolean isNssa() {
    return this == NSSA || this == TOTALLY_NSSA;
  }

  boolean isStub() {
    return this == STUB || this == TOTALLY_STUB;
  }

  /** Whether border routers tell it of networks in other areas. */
  boolean takesSummaries() {
    return this != TOTALLY_STUB && this != TOTALLY_NSSA;
  }

  /** As the tables of routers write it behind the area, with a blank before it. */
  public String suffix() {
    return isStub() ? " [Stub]" : isNssa() ? " [NSSA]" : "";
  }
}
