package vdcsim.network.ospf.lsa;

import java.nio.ByteBuffer;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Prefix;

/**
 * One link of a router, as its router LSA describes it (RFC 2328, 12.4.1, A.4.2).
 *
 * @param id what is at the other end: the neighbour's router ID (point-to-point, virtual), the
 *     designated router's address (transit), the network (stub)
 * @param data the router's own address on the link, or the number of its interface where it has no
 *     address; of a stub the network's mask
 * @param metric the cost of sending over it, 0 to 65535
 * @param stubNetwork the network of a stub link, one object for all routers that hear of it; of
 *     others all addresses
 */
public record RouterLink(
    Kind kind, Ipv4Address id, Ipv4Address data, int metric, Ipv4Prefix stubNetwork) {
  /** The length on the wire, without metrics by type of service. */
  static final int BYTES = 12;

  private static final int MOST_METRIC = 0xFFFF;

  /** What a link leads to; the numbers on the wire are 1 to 4 in this order. */
  public enum Kind {
    /** Another router, over a line for two. */
    POINT_TO_POINT(1),
    /** A network with a designated router and more than one router. */
    TRANSIT(2),
    /** A network without another router. */
    STUB(3),
    /** A border router on the other side of an area (RFC 2328, 15). */
    VIRTUAL(4);

    private static final Kind[] ALL = values();

    private final int code;

    Kind(int code) {
      this.code = code;
    }

    int code() {
      return code;
    }

    static Kind of(int code) {
      if (code < 1 || code > ALL.length) {
        throw new IllegalArgumentException("a link type is one of 1 to 4, was " + code);
      }
      return ALL[code - 1];
    }
  }

  public RouterLink {
    Masks.checkMetric(metric, MOST_METRIC);
  }

  private static RouterLink of(Kind kind, Ipv4Address id, Ipv4Address data, int metric) {
    Ipv4Prefix network =
        kind == Kind.STUB ? Ipv4Prefix.of(id, Masks.prefixLength(data.bits())) : Ipv4Prefix.ALL;
    return new RouterLink(kind, id, data, metric, network);
  }

  /** A line to another router, from an own address (12.4.1.1). */
  public static RouterLink pointToPoint(RouterId neighbour, Ipv4Address own, int metric) {
    return of(Kind.POINT_TO_POINT, neighbour.address(), own, metric);
  }

  /** A network with other routers (12.4.1.2). */
  public static RouterLink transit(Ipv4Address designatedRouter, Ipv4Address own, int metric) {
    return of(Kind.TRANSIT, designatedRouter, own, metric);
  }

  /** A network without other routers (12.4.1.2), or a host (12.4.1.3, with 32 bits). */
  public static RouterLink stub(Ipv4Prefix network, int metric) {
    return new RouterLink(Kind.STUB, network.address(), network.netmask(), metric, network);
  }

  /** A virtual link to another border router, from an own address (12.4.1.3). */
  public static RouterLink virtual(RouterId neighbour, Ipv4Address own, int metric) {
    return of(Kind.VIRTUAL, neighbour.address(), own, metric);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RouterLink that
        && kind == that.kind
        && metric == that.metric
        && id.equals(that.id)
        && data.equals(that.data);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * id.hashCode() + data.hashCode()) + metric;
  }

  @Override
  public String toString() {
    return kind + " " + id + " data " + data + " metric " + metric;
  }

  void encode(ByteBuffer buffer) {
    buffer.putInt(id.bits()).putInt(data.bits());
    buffer.put((byte) kind.code()).put((byte) 0).putShort((short) metric);
  }

  static RouterLink decode(ByteBuffer buffer) {
    Ipv4Address id = new Ipv4Address(buffer.getInt());
    Ipv4Address data = new Ipv4Address(buffer.getInt());
    Kind kind = Kind.of(buffer.get() & 0xFF);
    int typesOfService = buffer.get() & 0xFF;
    int metric = buffer.getShort() & 0xFFFF;
    if (typesOfService != 0) {
      throw new IllegalArgumentException(
          "metrics by type of service are not modelled, a link had " + typesOfService);
    }
    return of(kind, id, data, metric);
  }
}
