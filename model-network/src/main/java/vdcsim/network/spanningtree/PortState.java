package vdcsim.network.spanningtree;

import java.util.Locale;

/**
 * What a port does with frames: the five states of IEEE 802.1D-1998, 8.4, and {@link #DISCARDING},
 * which stands for the first three of them in IEEE 802.1D-2004, 17.3.2.
 */
public enum PortState {
  DISABLED,
  DISCARDING,
  BLOCKING,
  LISTENING,
  LEARNING,
  FORWARDING;

  private final String label = name().toLowerCase(Locale.ROOT);

  /** Whether addresses are learned. */
  public boolean learns() {
    return this == LEARNING || this == FORWARDING;
  }

  /** Whether frames pass. */
  public boolean forwards() {
    return this == FORWARDING;
  }

  /** The state in lower case. */
  public String label() {
    return label;
  }
}
