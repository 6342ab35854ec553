package vdcsim.network.conntrack;

import vdcsim.kernel.spec.Doc;

/** How a packet stands to the connections that are known. */
public enum Relation {
  @Doc("It begins a connection, or belongs to one that nobody has answered yet.")
  NEW,
  @Doc("It belongs to a connection that has been answered.")
  ESTABLISHED,
  @Doc("It is an error of ICMP about a connection.")
  RELATED,
  @Doc("It can belong to no connection, as an answer to nothing.")
  INVALID
}
