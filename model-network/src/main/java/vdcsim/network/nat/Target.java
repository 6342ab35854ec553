package vdcsim.network.nat;

import java.util.Optional;
import vdcsim.network.conntrack.Side;
import vdcsim.network.conntrack.Tuple;
import vdcsim.network.ip.Ipv4Address;

/**
 * What an address is translated to.
 *
 * @param address the new address
 * @param port the new port; without it the old one is kept where possible
 */
public record Target(Ipv4Address address, Optional<Integer> port) {
  /**
   * Reads {@code 192.168.1.11} or {@code 192.168.1.11:80}.
   *
   * @throws IllegalArgumentException for anything else
   */
  public static Target parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      return new Target(Ipv4Address.parse(text), Optional.empty());
    }
    return new Target(
        Ipv4Address.parse(text.substring(0, colon)),
        Optional.of(port(text.substring(colon + 1).strip(), text)));
  }

  /** A packet's tuple with this on a side. */
  Tuple of(Tuple tuple, Side side) {
    return tuple.with(side, address, port.orElse(tuple.port(side)));
  }

  private static int port(String digits, String text) {
    if (digits.matches("\\d{1,5}")) {
      int port = Integer.parseInt(digits);
      if (port >= 1 && port <= 0xFFFF) {
        return port;
      }
    }
    throw new IllegalArgumentException(
        "an address with a port reads as '192.168.1.11:80', was '" + text + "'");
  }
}
