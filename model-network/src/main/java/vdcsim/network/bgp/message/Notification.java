package vdcsim.network.bgp.message;

import java.util.List;
import java.util.Locale;

/**
 * Ends a session and says why (RFC 4271, 4.5).
 *
 * @param data octets that show what was wrong
 */
public record Notification(Code code, int subcode, List<Byte> data) implements BgpMessage {
  /** The kind of error, by its number from 1. */
  public enum Code {
    /** The header of a message. */
    MESSAGE_HEADER(1),
    /** An OPEN. */
    OPEN_MESSAGE(2),
    /** An UPDATE. */
    UPDATE_MESSAGE(3),
    /** Nothing was heard for the hold time. */
    HOLD_TIMER_EXPIRED(4),
    /** A message that does not fit the state. */
    STATE_MACHINE(5),
    /** No error: the session shall end. */
    CEASE(6);

    private static final Code[] ALL = values();

    private final int number;

    Code(int number) {
      this.number = number;
    }

    int number() {
      return number;
    }

    static Code of(int number) {
      return ALL[Math.min(Math.max(number, 1), ALL.length) - 1];
    }
  }

  private static final List<String> HEADER =
      List.of("", "connection-not-synchronized", "bad-message-length", "bad-message-type");
  private static final List<String> OPEN =
      List.of(
          "",
          "unsupported-version-number",
          "bad-peer-as",
          "bad-bgp-identifier",
          "unsupported-optional-parameter",
          "authentication-failure",
          "unacceptable-hold-time",
          "unsupported-capability");
  private static final List<String> UPDATE =
      List.of(
          "",
          "malformed-attribute-list",
          "unrecognized-well-known-attribute",
          "missing-well-known-attribute",
          "attribute-flags-error",
          "attribute-length-error",
          "invalid-origin-attribute",
          "as-routing-loop",
          "invalid-next-hop-attribute",
          "optional-attribute-error",
          "invalid-network-field",
          "malformed-as-path");
  private static final List<String> STATES =
      List.of(
          "",
          "unexpected-message-in-open-sent",
          "unexpected-message-in-open-confirm",
          "unexpected-message-in-established");
  private static final List<String> CEASING =
      List.of(
          "",
          "maximum-number-of-prefixes-reached",
          "administrative-shutdown",
          "peer-de-configured",
          "administrative-reset",
          "connection-rejected",
          "other-configuration-change",
          "connection-collision-resolution",
          "out-of-resources");

  /** RFC 4486: the other connection of the two is kept. */
  public static final int COLLISION = 7;

  /** RFC 4486: this speaker does not want the connection. */
  public static final int REJECTED = 5;

  /** RFC 4271, 4.5: the neighbour's AS number is another one. */
  public static final int BAD_PEER_AS = 2;

  /** RFC 4271, 6.2: the neighbour's identifier cannot be. */
  public static final int BAD_IDENTIFIER = 3;

  /** RFC 5492, 3: the neighbour cannot do what is needed. */
  public static final int UNSUPPORTED_CAPABILITY = 7;

  public Notification {
    data = List.copyOf(data);
  }

  /** A notification without data. */
  public static Notification of(Code code, int subcode) {
    return new Notification(code, subcode, List.of());
  }

  /** What it says, as {@code bad-peer-as}. */
  public String reason() {
    List<String> names =
        switch (code) {
          case MESSAGE_HEADER -> HEADER;
          case OPEN_MESSAGE -> OPEN;
          case UPDATE_MESSAGE -> UPDATE;
          case STATE_MACHINE -> STATES;
          case CEASE -> CEASING;
          case HOLD_TIMER_EXPIRED -> List.of();
        };
    String name = subcode > 0 && subcode < names.size() ? names.get(subcode) : "";
    return name.isEmpty() ? code.name().toLowerCase(Locale.ROOT).replace('_', '-') : name;
  }

  @Override
  public String type() {
    return "notification";
  }
}
