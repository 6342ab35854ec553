package vdcsim.network.match;

import vdcsim.kernel.spec.Doc;

/** A protocol that a rule can ask for. */
public enum Transport {
  @Doc("The transmission control protocol.")
  TCP(6),
  @Doc("The user datagram protocol.")
  UDP(17),
  @Doc("The internet control message protocol, as of ping.")
  ICMP(1);

  private final int number;

  Transport(int number) {
    this.number = number;
  }

  /** The protocol number (IANA, Assigned Internet Protocol Numbers). */
  public int number() {
    return number;
  }

  /** Whether its packets have ports. */
  public boolean hasPorts() {
    return this != ICMP;
  }
}
