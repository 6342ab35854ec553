package vdcsim.network.ospf;

import java.time.Duration;

/**
 * What holds for an interface (RFC 2328, 9, C.3).
 *
 * @param kind what its network is
 * @param priority in elections; 0 never wins
 * @param transmitDelayS how many seconds an LSA ages on the way
 */
record InterfaceSettings(
    Kind kind,
    int priority,
    long helloNs,
    long deadNs,
    boolean passive,
    long retransmitNs,
    int transmitDelayS) {
  private static final long SECOND_NS = 1_000_000_000L;

  /** What the network of an interface is (RFC 2328, 9: Type). */
  enum Kind {
    BROADCAST,
    POINT_TO_POINT,
    VIRTUAL
  }

  static InterfaceSettings of(OspfInterfaceSpec spec) {
    return new InterfaceSettings(
        spec.type() == NetworkType.BROADCAST ? Kind.BROADCAST : Kind.POINT_TO_POINT,
        spec.priority(),
        spec.hello().toNanos(),
        spec.dead().toNanos(),
        spec.passive(),
        spec.retransmit().toNanos(),
        spec.transmitDelay());
  }

  /** Of a virtual link: the usual times (FRRouting). */
  static InterfaceSettings virtual() {
    return new InterfaceSettings(
        Kind.VIRTUAL,
        0,
        Duration.ofSeconds(10).toNanos(),
        Duration.ofSeconds(40).toNanos(),
        false,
        Duration.ofSeconds(5).toNanos(),
        1);
  }

  int helloS() {
    return (int) (helloNs / SECOND_NS);
  }

  int deadS() {
    return (int) (deadNs / SECOND_NS);
  }
}
