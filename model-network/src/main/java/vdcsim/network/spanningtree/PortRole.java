package vdcsim.network.spanningtree;

import java.util.Locale;

/** What a port is in the tree (IEEE 802.1D-2004, 17.3.1). */
public enum PortRole {
  /** It leads to the root. */
  ROOT,
  /** It is its LAN's way to the root. */
  DESIGNATED,
  /** It would lead to the root, but another port does it better. */
  ALTERNATE,
  /** It leads to a LAN where another port of the same bridge is designated. */
  BACKUP,
  /** It takes no part. */
  DISABLED;

  private final String label = name().toLowerCase(Locale.ROOT);

  /** The role in lower case. */
  public String label() {
    return label;
  }
}
