package vdcsim.network.bgp.message;

import java.util.List;
import java.util.Optional;
import vdcsim.network.ip.Ipv4Prefix;

/**
 * Routes that are gone, and routes that share attributes (RFC 4271, 4.3).
 *
 * @param attributes present where there are networks
 */
public record Update(
    List<Ipv4Prefix> withdrawn, Optional<PathAttributes> attributes, List<Ipv4Prefix> networks)
    implements BgpMessage {
  /** Octets of the header and of the two length fields. */
  static final int FIXED_OCTETS = 23;

  public Update {
    withdrawn = List.copyOf(withdrawn);
    networks = List.copyOf(networks);
    if (attributes.isEmpty() && !networks.isEmpty()) {
      throw new IllegalArgumentException("networks need attributes");
    }
  }

  /** Networks that cannot be reached through the sender any more. */
  public static Update withdraw(List<Ipv4Prefix> networks) {
    return new Update(networks, Optional.empty(), List.of());
  }

  /** Networks that can be reached through the sender. */
  public static Update announce(PathAttributes attributes, List<Ipv4Prefix> networks) {
    return new Update(List.of(), Optional.of(attributes), networks);
  }

  /** The octets that a network takes in a message. */
  static int octets(Ipv4Prefix prefix) {
    return 1 + (prefix.length() + 7) / 8;
  }

  @Override
  public String type() {
    return "update";
  }
}
