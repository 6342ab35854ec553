package vdcsim.network.bgp.message;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mark that a route carries (RFC 1997).
 *
 * @param bits the autonomous system that gives it a meaning, and its own number
 */
public record Community(int bits) implements Comparable<Community> {
  /** Must not leave the autonomous system. */
  public static final Community NO_EXPORT = new Community(0xFFFF_FF01);

  /** Must not be told to anybody. */
  public static final Community NO_ADVERTISE = new Community(0xFFFF_FF02);

  /** Must not leave the autonomous system, nor its part of a confederation. */
  public static final Community LOCAL_AS = new Community(0xFFFF_FF03);

  private static final Pattern FORM = Pattern.compile("(\\d{1,5}):(\\d{1,5})");

  /**
   * Reads {@code 65000:1}, {@code no-export}, {@code no-advertise} or {@code local-as}.
   *
   * @throws IllegalArgumentException for anything else
   */
  public static Community parse(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "no-export" -> NO_EXPORT;
      case "no-advertise" -> NO_ADVERTISE;
      case "local-as" -> LOCAL_AS;
      default -> parseNumbers(text);
    };
  }

  private static Community parseNumbers(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    if (matcher.matches()) {
      int high = Integer.parseInt(matcher.group(1));
      int low = Integer.parseInt(matcher.group(2));
      if (high <= 0xFFFF && low <= 0xFFFF) {
        return new Community((high << 16) | low);
      }
    }
    throw new IllegalArgumentException(
        "a community reads as '65000:1', 'no-export', 'no-advertise' or 'local-as', was '"
            + text
            + "'");
  }

  @Override
  public int compareTo(Community other) {
    return Integer.compareUnsigned(bits, other.bits);
  }

  /** As FRRouting shows it. */
  @Override
  public String toString() {
    if (equals(NO_EXPORT)) {
      return "no-export";
    } else if (equals(NO_ADVERTISE)) {
      return "no-advertise";
    }
    return equals(LOCAL_AS) ? "local-AS" : (bits >>> 16) + ":" + (bits & 0xFFFF);
  }
}
