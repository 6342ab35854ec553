package vdcsim.hardware.ethernet;

import java.util.Locale;
import java.util.regex.Pattern;
import vdcsim.kernel.spec.Refusal;

/**
 * A 48-bit MAC address (IEEE 802-2014, 8.2).
 *
 * @param bits the address in the low 48 bits, first octet highest
 */
public record MacAddress(long bits) implements Comparable<MacAddress> {
  /** ff:ff:ff:ff:ff:ff. */
  public static final MacAddress BROADCAST = new MacAddress(0xFFFF_FFFF_FFFFL);

  private static final Pattern FORM = Pattern.compile("[0-9a-fA-F]{2}([:-][0-9a-fA-F]{2}){5}");
  private static final long GROUP_BIT = 1L << 40;

  public MacAddress {
    if (bits < 0 || bits > 0xFFFF_FFFF_FFFFL) {
      throw new IllegalArgumentException("a MAC address has 48 bits, was " + bits);
    }
  }

  /**
   * Reads six octets in hexadecimal, with colons or hyphens between them.
   *
   * @throws IllegalArgumentException for anything else
   */
  public static MacAddress parse(String text) {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "a MAC address reads as '02:00:00:00:00:01', was '" + text + "'");
    }
    return new MacAddress(Long.parseLong(text.replaceAll("[:-]", ""), 16));
  }

  /**
   * Refuses what is no address of a single station.
   *
   * @param key the key whose value is {@code text}
   * @throws Refusal with a sentence
   */
  public static void check(String key, String text) {
    try {
      if (parse(text).isGroup()) {
        throw new Refusal(key, "'" + text + "' names a group, not a single station");
      }
    } catch (Refusal refusal) {
      throw refusal;
    } catch (IllegalArgumentException e) {
      throw new Refusal(key, e.getMessage());
    }
  }

  /** Whether it names a group of stations, all of them included. */
  public boolean isGroup() {
    return (bits & GROUP_BIT) != 0;
  }

  @Override
  public int compareTo(MacAddress other) {
    return Long.compare(bits, other.bits);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int shift = 40; shift >= 0; shift -= 8) {
      text.append(String.format(Locale.ROOT, "%02x", (bits >> shift) & 0xFF));
      text.append(shift > 0 ? ":" : "");
    }
    return text.toString();
  }
}
