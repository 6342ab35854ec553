package vdcsim.hardware.ethernet;

import java.time.Duration;
import java.util.Optional;
import vdcsim.kernel.quantity.DataRate;
import vdcsim.kernel.quantity.Length;
import vdcsim.kernel.quantity.Ratio;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.spec.Shorthand;

/** What a scenario says about a cable. */
@Doc("A cable between two ports, or from a port to a hub or a bus.")
@Shorthand("link")
public record LinkSpec(
    @Key(
            value =
                "Its two ends, as 'h1.eth0 -- s1'; a device alone stands for its next free port.",
            example = "h1.eth0 -- s1")
        String link,
    @Key(
            value = "Its rate; without it the lower one of its ends' rates, or else 1 Gbps.",
            example = "10 Gbps")
        Optional<DataRate> rate,
    @Key(
            value = "Propagation from end to end.",
            fallback = "0 s",
            source = "about 5 ns a metre of copper or fibre, left out unless given",
            example = "5 us")
        Duration delay,
    @Key(
            value = "The probability that a bit arrives wrong, each on its own.",
            fallback = "0",
            source = "IEEE 802.3-2018, 40.1.1: below 1e-10 for 1000BASE-T",
            example = "1e-9")
        Ratio bitErrorRate,
    @Key(
            value = "Whether both ends may send at once; hubs and buses are always half duplex.",
            fallback = "full",
            source = "what auto-negotiation settles on between two modern ports",
            example = "half")
        Duplex duplex,
    @Key(
            value =
                "Where on a bus the cable sits, from the bus's beginning; without it, spread evenly.",
            example = "250 m")
        Optional<Length> at) {

  public LinkSpec {
    ends(link);
    if (bitErrorRate.value() >= 1) {
      throw new Refusal(
          "bit-error-rate", "a bit-error rate lies below 1, was " + bitErrorRate.value());
    }
  }

  /** A full-duplex cable between two ports, or one of a hub. */
  public LinkSpec(String link, Optional<DataRate> rate, Duration delay, Ratio bitErrorRate) {
    this(link, rate, delay, bitErrorRate, Duplex.FULL, Optional.empty());
  }

  /** The two ends, as they are written. */
  String[] ends() {
    return ends(link);
  }

  private static String[] ends(String link) {
    // Words, not the text around '--': the time to look for that grows with the square of blanks.
    String[] words = link.strip().split("\\s+");
    if (words.length != 3 || !words[1].equals("--")) {
      throw new Refusal("link", "a link reads 'h1.eth0 -- s1', was '" + link + "'");
    }
    return new String[] {words[0], words[2]};
  }
}
