package vdcsim.network.dhcp;

import java.util.Locale;

/** What a message says (RFC 2132, 9.6); the ordinal is one less than its number. */
public enum MessageType {
  /** A client looks for servers. */
  DISCOVER,
  /** A server offers an address. */
  OFFER,
  /** A client asks for an address: one that was offered, or that it has or had. */
  REQUEST,
  /** A client found the address in use by another station. */
  DECLINE,
  /** A server lends the address. */
  ACK,
  /** A server refuses. */
  NAK,
  /** A client gives its address back. */
  RELEASE,
  /** A client that has an address asks for all else. */
  INFORM;

  private static final MessageType[] ALL = values();

  int number() {
    return ordinal() + 1;
  }

  /**
   * The type of a number.
   *
   * @throws IllegalArgumentException for a number without a meaning
   */
  static MessageType of(int number) {
    if (number < 1 || number > ALL.length) {
      throw new IllegalArgumentException("no DHCP message has the type " + number);
    }
    return ALL[number - 1];
  }

  /** Whether a server sends it: BOOTREPLY, else BOOTREQUEST. */
  boolean isReply() {
    return switch (this) {
      case OFFER, ACK, NAK -> true;
      case DISCOVER, REQUEST, DECLINE, RELEASE, INFORM -> false;
    };
  }

  /** Its name in the standard. */
  String label() {
    return "DHCP" + name();
  }

  /** Its plural, for metrics: {@code offers}. */
  String plural() {
    return name().toLowerCase(Locale.ROOT) + "s";
  }
}
