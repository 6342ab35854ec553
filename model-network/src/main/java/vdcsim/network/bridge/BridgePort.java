package vdcsim.network.bridge;

import vdcsim.hardware.ethernet.EthernetPort;

/**
 * A port of a bridge, and what may pass it: a protocol such as spanning tree decides whether it
 * learns from frames and whether it forwards them (IEEE 802.1D-2004, 7.4).
 */
public final class BridgePort {
  private final int number;
  private final String label;
  private final EthernetPort port;
  private final boolean hairpin;
  private final Runnable onChange;
  private boolean learning = true;
  private boolean forwarding = true;

  BridgePort(int number, String label, EthernetPort port, boolean hairpin, Runnable onChange) {
    this.number = number;
    this.label = label;
    this.port = port;
    this.hairpin = hairpin;
    this.onChange = onChange;
  }

  /** Its number in the bridge, from 1. */
  public int number() {
    return number;
  }

  /** The Ethernet end. */
  public EthernetPort port() {
    return port;
  }

  /** The name within the bridge, as {@code p1}, or that of the card or tap that it is. */
  public String label() {
    return label;
  }

  /** Whether the addresses of arriving frames are learned. */
  public boolean isLearning() {
    return learning;
  }

  /** Whether frames are relayed from and to this port. */
  public boolean isForwarding() {
    return forwarding;
  }

  /** Whether frames may leave where they came in (IEEE 802.1Q-2018, 5.23: reflective relay). */
  boolean isHairpin() {
    return hairpin;
  }

  /** Lets frames be learned from, and be relayed, from now on, or no longer. */
  public void admit(boolean learns, boolean forwards) {
    learning = learns;
    forwarding = forwards;
    port.markBlocked(!forwards);
    onChange.run();
  }
}
