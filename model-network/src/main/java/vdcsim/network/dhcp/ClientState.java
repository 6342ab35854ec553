package vdcsim.network.dhcp;

import java.util.Locale;

/** The states of a client (RFC 2131, figure 5). */
enum ClientState {
  /** It has nothing, and waits: for a carrier, or after an address was found in use. */
  INIT,
  /** It has looked for servers, and waits for offers. */
  SELECTING,
  /** It has asked for an address that was offered. */
  REQUESTING,
  /** It has asked for the address that it had before (INIT-REBOOT is left at once). */
  REBOOTING,
  /** It was lent an address, and asks whether another station has it (4.4.1); not in the figure. */
  CHECKING,
  /** It uses the address. */
  BOUND,
  /** T1 is over: it asks its server for more time. */
  RENEWING,
  /** T2 is over: it asks all servers for more time. */
  REBINDING;

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean usesAddress() {
    return switch (this) {
      case BOUND, RENEWING, REBINDING -> true;
      case INIT, SELECTING, REQUESTING, REBOOTING, CHECKING -> false;
    };
  }
}
