package vdcsim.network.ospf;

/** Why a packet was not taken (RFC 2328, 8.2, 10.5, 10.6, 13). */
enum DropReason {
  /** It is of another area. */
  OTHER_AREA("other-area"),
  /** Its sender has this router's identifier. */
  OWN_ROUTER_ID("own-router-id"),
  /** Its sender is in another network. */
  OTHER_NETWORK("other-network"),
  /** It is for designated routers. */
  NOT_DESIGNATED("not-designated"),
  /** The interface is down, passive, or speaks no OSPF. */
  NO_INTERFACE("no-interface"),
  /** A Hello with another mask. */
  MASK("mask-mismatch"),
  /** A Hello with another hello interval. */
  HELLO_INTERVAL("hello-interval-mismatch"),
  /** A Hello with another dead interval. */
  DEAD_INTERVAL("dead-interval-mismatch"),
  /** A Hello of a router for which the area is of another type. */
  AREA_TYPE("area-type-mismatch"),
  /** A database description of an interface that takes longer packets. */
  MTU("mtu-mismatch"),
  /** Of somebody who is no neighbour, or not yet one that exchanges LSAs. */
  NEIGHBOUR_STATE("neighbour-state"),
  /** A database description that repeats the last one. */
  DUPLICATE("duplicate");

  private final String label;

  DropReason(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }
}
