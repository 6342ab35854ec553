package vdcsim.network.ip;

/** A content whose two ends are told apart by ports, as those of UDP and TCP are. */
public interface Ported extends Ipv4Content {
  /** The port that sends, 16 bits. */
  int sourcePort();

  /** The port that it is for, 16 bits. */
  int destinationPort();

  /** The same between other ports, as address translation makes it. */
  Ported between(int newSourcePort, int newDestinationPort);
}
