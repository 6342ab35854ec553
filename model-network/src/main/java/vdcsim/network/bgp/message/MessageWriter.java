package vdcsim.network.bgp.message;

import java.util.List;

/** Writes messages as they stand on the wire (RFC 4271, 4). */
public final class MessageWriter {
  static final int HEADER_OCTETS = 19;
  static final int LONGEST = 4096;
  static final int OPEN = 1;
  static final int UPDATE = 2;
  static final int NOTIFICATION = 3;
  static final int KEEPALIVE = 4;

  /** The optional parameter that holds capabilities (RFC 5492, 4). */
  static final int CAPABILITIES = 2;

  static final int MULTI_PROTOCOL = 1;
  static final int FOUR_OCTET_AS = 65;

  private static final int MARKER_OCTETS = 16;

  /**
   * The octets of a message.
   *
   * @param fourOctetAs whether both speakers know AS numbers of four octets (RFC 6793)
   * @throws IllegalArgumentException if they are more than 4096
   */
  public static byte[] write(BgpMessage message, boolean fourOctetAs) {
    Octets octets = new Octets();
    for (int i = 0; i < MARKER_OCTETS; i++) {
      octets.octet(0xFF);
    }
    octets.two(0).octet(type(message));
    body(message, fourOctetAs, octets);
    if (octets.size() > LONGEST) {
      throw new IllegalArgumentException("a message of " + octets.size() + " octets is too long");
    }
    octets.patch(MARKER_OCTETS, octets.size());
    return octets.toBytes();
  }

  private static int type(BgpMessage message) {
    if (message instanceof Open) {
      return OPEN;
    } else if (message instanceof Update) {
      return UPDATE;
    }
    return message instanceof Notification ? NOTIFICATION : KEEPALIVE;
  }

  private static void body(BgpMessage message, boolean fourOctetAs, Octets octets) {
    if (message instanceof Open open) {
      open(open, octets);
    } else if (message instanceof Update update) {
      update(update, fourOctetAs, octets);
    } else if (message instanceof Notification error) {
      octets.octet(error.code().number()).octet(error.subcode()).all(error.data());
    }
  }

  private static void open(Open open, Octets octets) {
    octets.octet(Open.VERSION).two(open.asn()).two(open.holdTimeS()).address(open.routerId());
    Octets parameters = new Octets();
    for (Open.Capability capability : open.capabilities()) {
      Octets written = capability(capability);
      parameters.octet(CAPABILITIES).octet(written.size()).all(written);
    }
    octets.octet(parameters.size()).all(parameters);
  }

  private static Octets capability(Open.Capability capability) {
    Octets octets = new Octets();
    if (capability instanceof Open.MultiProtocol family) {
      octets.octet(MULTI_PROTOCOL).octet(4);
      octets.two(family.family()).octet(0).octet(family.subsequentFamily());
    } else if (capability instanceof Open.FourOctetAs as) {
      octets.octet(FOUR_OCTET_AS).octet(4).four(as.asn());
    } else if (capability instanceof Open.UnknownCapability other) {
      octets.octet(other.code()).octet(other.value().size()).all(other.value());
    }
    return octets;
  }

  private static void update(Update update, boolean fourOctetAs, Octets octets) {
    Octets withdrawn = new Octets();
    update.withdrawn().forEach(withdrawn::prefix);
    octets.two(withdrawn.size()).all(withdrawn);
    Octets attributes =
        update.attributes().map(a -> AttributeWriter.write(a, fourOctetAs)).orElseGet(Octets::new);
    octets.two(attributes.size()).all(attributes);
    update.networks().forEach(octets::prefix);
  }

  /** How many octets networks may take in an UPDATE with these attributes. */
  public static int roomForNetworks(List<PathAttributes> attributes, boolean fourOctetAs) {
    int taken =
        attributes.stream().mapToInt(a -> AttributeWriter.write(a, fourOctetAs).size()).sum();
    return LONGEST - Update.FIXED_OCTETS - taken;
  }

  private MessageWriter() {}
}
