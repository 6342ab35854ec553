package vdcsim.network.ip;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An IPv4 address (RFC 791, 2.3).
 *
 * @param bits the address, its first octet highest
 */
public record Ipv4Address(int bits) implements Comparable<Ipv4Address> {
  /** 255.255.255.255, every station on the network of the sender (RFC 919). */
  public static final Ipv4Address BROADCAST = new Ipv4Address(-1);

  /** 0.0.0.0, the source of a station that has no address yet (RFC 1122, 3.2.1.3). */
  public static final Ipv4Address UNSPECIFIED = new Ipv4Address(0);

  private static final Pattern FORM =
      Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");

  /**
   * Reads four numbers from 0 to 255 with dots between them.
   *
   * @throws IllegalArgumentException for anything else
   */
  public static Ipv4Address parse(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    int bits = 0;
    boolean good = matcher.matches();
    for (int i = 1; good && i <= 4; i++) {
      int octet = Integer.parseInt(matcher.group(i));
      good = octet <= 255;
      bits = (bits << 8) | octet;
    }
    if (!good) {
      throw new IllegalArgumentException("an address reads as '10.0.0.1', was '" + text + "'");
    }
    return new Ipv4Address(bits);
  }

  /** Whether it names a group of stations (RFC 1112, 4: 224.0.0.0/4). */
  public boolean isMulticast() {
    return bits >>> 28 == 0xE;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Ipv4Address that && bits == that.bits;
  }

  @Override
  public int hashCode() {
    return bits;
  }

  @Override
  public int compareTo(Ipv4Address other) {
    return Integer.compareUnsigned(bits, other.bits);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%d.%d.%d.%d",
        bits >>> 24,
        (bits >>> 16) & 0xFF,
        (bits >>> 8) & 0xFF,
        bits & 0xFF);
  }
}
