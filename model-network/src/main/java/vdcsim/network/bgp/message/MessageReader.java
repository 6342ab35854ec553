package vdcsim.network.bgp.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Prefix;

/** Reads messages and checks them (RFC 4271, 6). */
public final class MessageReader {
  private static final int BAD_LENGTH = 2;
  private static final int BAD_TYPE = 3;
  private static final int UNSUPPORTED_VERSION = 1;
  private static final int BAD_IDENTIFIER = 3;
  private static final int UNSUPPORTED_PARAMETER = 4;
  private static final int UNACCEPTABLE_HOLD_TIME = 6;
  private static final int MALFORMED_LIST = 1;
  private static final int SHORTEST_OPEN = 29;

  /**
   * Reads one whole message, its header included.
   *
   * @param fourOctetAs whether both speakers know AS numbers of four octets
   * @throws MessageError for a message that breaks the rules
   */
  public static BgpMessage read(byte[] message, boolean fourOctetAs) throws MessageError {
    int type = message[MessageWriter.HEADER_OCTETS - 1] & 0xFF;
    Input body =
        new Input(
            message,
            MessageWriter.HEADER_OCTETS,
            message.length,
            text -> MessageError.header(BAD_LENGTH, text));
    return switch (type) {
      case MessageWriter.OPEN -> open(atLeast(SHORTEST_OPEN, message.length, body));
      case MessageWriter.UPDATE ->
          update(atLeast(Update.FIXED_OCTETS, message.length, body), fourOctetAs);
      case MessageWriter.NOTIFICATION -> notification(body);
      case MessageWriter.KEEPALIVE -> keepalive(body);
      default -> throw MessageError.header(BAD_TYPE, "there is no type " + type);
    };
  }

  private static Input atLeast(int shortest, int length, Input body) throws MessageError {
    if (length < shortest) {
      throw MessageError.header(BAD_LENGTH, "%d octets are too few".formatted(length));
    }
    return body;
  }

  private static Keepalive keepalive(Input body) throws MessageError {
    if (body.hasMore()) {
      throw MessageError.header(BAD_LENGTH, "a KEEPALIVE with a body");
    }
    return new Keepalive();
  }

  private static Notification notification(Input body) throws MessageError {
    Notification.Code code = Notification.Code.of(body.octet());
    int subcode = body.octet();
    return new Notification(code, subcode, Octets.list(body.bytes(body.left())));
  }

  private static Open open(Input body) throws MessageError {
    int version = body.octet();
    if (version != Open.VERSION) {
      throw MessageError.open(UNSUPPORTED_VERSION, "version " + version);
    }
    int asn = body.two();
    int holdTimeS = body.two();
    if (holdTimeS == 1 || holdTimeS == 2) {
      throw MessageError.open(UNACCEPTABLE_HOLD_TIME, "a hold time of " + holdTimeS + " s");
    }
    Ipv4Address routerId = body.address();
    if (routerId.bits() == 0) {
      throw MessageError.open(BAD_IDENTIFIER, "the identifier " + routerId);
    }
    Input.Shortage malformed = text -> MessageError.open(0, text);
    Input parameters = body.part(body.octet(), malformed);
    List<Open.Capability> capabilities = new ArrayList<>();
    while (parameters.hasMore()) {
      int type = parameters.octet();
      if (type != MessageWriter.CAPABILITIES) {
        throw MessageError.open(UNSUPPORTED_PARAMETER, "the parameter " + type);
      }
      Input inside = parameters.part(parameters.octet(), malformed);
      while (inside.hasMore()) {
        capabilities.add(capability(inside));
      }
    }
    return new Open(asn, holdTimeS, routerId, capabilities);
  }

  private static Open.Capability capability(Input input) throws MessageError {
    int code = input.octet();
    int length = input.octet();
    Input value = input.part(length, text -> MessageError.open(0, text));
    if (code == MessageWriter.MULTI_PROTOCOL && length == 4) {
      int family = value.two();
      value.octet();
      return new Open.MultiProtocol(family, value.octet());
    } else if (code == MessageWriter.FOUR_OCTET_AS && length == 4) {
      return new Open.FourOctetAs(value.four());
    }
    return new Open.UnknownCapability(code, Octets.list(value.bytes(length)));
  }

  private static Update update(Input body, boolean fourOctetAs) throws MessageError {
    Input.Shortage malformed = text -> MessageError.update(MALFORMED_LIST, text);
    Input withdrawn = body.part(within(body.two(), body), malformed);
    List<Ipv4Prefix> gone = withdrawn.prefixes();
    Input attributes = body.part(within(body.two(), body), malformed);
    List<Ipv4Prefix> networks = body.prefixes();
    Optional<PathAttributes> read =
        networks.isEmpty()
            ? Optional.empty()
            : Optional.of(AttributeReader.read(attributes, fourOctetAs));
    return new Update(gone, read, networks);
  }

  private static int within(int length, Input body) throws MessageError {
    if (length > body.left()) {
      throw MessageError.update(MALFORMED_LIST, "a length of %d octets".formatted(length));
    }
    return length;
  }

  private MessageReader() {}
}
