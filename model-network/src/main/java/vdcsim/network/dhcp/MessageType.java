package vdcsim.network.dhcp;

import java.util.Locale;

/** What a message says (RFC 2132, 9.6). */
public enum MessageType {
  /** A client looks for servers. */
  DISCOVER(1),
  /** A server offers an address. */
  OFFER(2),
  /** A client asks for an address: one that was offered, or that it has or had. */
  REQUEST(3),
  /** A client found the address in use by another station. */
  DECLINE(4),
  /** A server lends the address. */
  ACK(5),
  /** A server refuses. */
  NAK(6),
  /** A client gives its address back. */
  RELEASE(7),
  /** A client that has an address asks for all else. */
  INFORM(8);

  private static final MessageType[] ALL = values();

  private final int number;

  MessageType(int number) {
    this.number = number;
  }

  int number() {
    return number;
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
