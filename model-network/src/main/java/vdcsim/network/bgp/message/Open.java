package vdcsim.network.bgp.message;

import java.util.List;
import java.util.Optional;
import vdcsim.network.ip.Ipv4Address;

/**
 * The first message of a session (RFC 4271, 4.2).
 *
 * @param asn the two-octet field: AS_TRANS for a larger number (RFC 6793, 4.2)
 * @param holdTimeS how long the sender waits for a sign of life, in seconds
 * @param routerId the sender's BGP identifier
 * @param capabilities what it can do beside the basics (RFC 5492)
 */
public record Open(int asn, int holdTimeS, Ipv4Address routerId, List<Capability> capabilities)
    implements BgpMessage {
  /** Stands for an AS number that does not fit into two octets (RFC 6793, 9). */
  public static final int AS_TRANS = 23456;

  /** The version that all speak. */
  static final int VERSION = 4;

  /** Something that a speaker can do. */
  public sealed interface Capability {}

  /** Routes of an address family (RFC 4760, 8). */
  public record MultiProtocol(int family, int subsequentFamily) implements Capability {
    /** IPv4 unicast. */
    public static final MultiProtocol IPV4_UNICAST = new MultiProtocol(1, 1);
  }

  /** AS numbers of four octets; tells the sender's own (RFC 6793, 3). */
  public record FourOctetAs(long asn) implements Capability {}

  /** Anything else. */
  public record UnknownCapability(int code, List<Byte> value) implements Capability {
    public UnknownCapability {
      value = List.copyOf(value);
    }
  }

  public Open {
    capabilities = List.copyOf(capabilities);
  }

  /** What a speaker of today sends. */
  public static Open of(long asn, int holdTimeS, Ipv4Address routerId) {
    return new Open(
        asn > 0xFFFF ? AS_TRANS : (int) asn,
        holdTimeS,
        routerId,
        List.of(MultiProtocol.IPV4_UNICAST, new FourOctetAs(asn)));
  }

  /** The sender's AS number in four octets, where it says it. */
  public Optional<Long> fourOctetAs() {
    return capabilities.stream()
        .filter(FourOctetAs.class::isInstance)
        .map(c -> ((FourOctetAs) c).asn())
        .findFirst();
  }

  /** The sender's AS number. */
  public long speaker() {
    return fourOctetAs().orElse((long) asn);
  }

  /** Whether it can exchange IPv4 routes: it says so, or names no family at all. */
  public boolean speaksIpv4() {
    return capabilities.contains(MultiProtocol.IPV4_UNICAST)
        || capabilities.stream().noneMatch(MultiProtocol.class::isInstance);
  }

  @Override
  public String type() {
    return "open";
  }
}
