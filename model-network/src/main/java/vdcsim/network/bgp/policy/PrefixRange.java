package vdcsim.network.bgp.policy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vdcsim.network.ip.Ipv4Prefix;

/**
 * A network, or the longer ones within it, as an entry of a prefix list.
 *
 * @param least the shortest length that matches
 * @param most the longest
 */
record PrefixRange(Ipv4Prefix prefix, int least, int most) {
  private static final Pattern FORM =
      Pattern.compile("(\\S+)(?:\\s+ge\\s+(\\d{1,2}))?(?:\\s+le\\s+(\\d{1,2}))?");

  /**
   * Reads {@code 10.0.0.0/8 ge 16 le 24}: without {@code ge} and {@code le} that network only,
   * without {@code le} up to 32.
   */
  static PrefixRange parse(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "networks read as '10.0.0.0/8 ge 16 le 24', was '" + text + "'");
    }
    Ipv4Prefix prefix = Ipv4Prefix.parse(matcher.group(1));
    boolean from = matcher.group(2) != null;
    boolean upTo = matcher.group(3) != null;
    int least = from ? Integer.parseInt(matcher.group(2)) : prefix.length();
    int most = upTo ? Integer.parseInt(matcher.group(3)) : from ? 32 : prefix.length();
    if (least < prefix.length() || most < least || most > 32) {
      throw new IllegalArgumentException(
          "'ge' and 'le' lie between the prefix length and 32, 'ge' first, was '" + text + "'");
    }
    return new PrefixRange(prefix, least, most);
  }

  boolean matches(Ipv4Prefix other) {
    return other.length() >= least && other.length() <= most && prefix.contains(other);
  }
}
