package vdcsim.hypervisor.vnic.card;

/**
 * What it costs to take packets from the model of a card to what is behind its end in the host, or
 * back.
 *
 * @param packetCycles for each packet
 * @param kibCycles for 1024 bytes
 */
public record Crossing(long packetCycles, long kibCycles) {
  /** What somebody else pays. */
  public static final Crossing FREE = new Crossing(0, 0);

  private static final int KIB = 1024;

  /** What some packets with so many bytes in all cost, in cycles. */
  public long cycles(int packets, long bytes) {
    return packetCycles * packets + kibCycles * bytes / KIB;
  }
}
