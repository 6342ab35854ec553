package vdcsim.network.traceroute;

import java.time.Duration;
import java.util.Optional;
import vdcsim.kernel.quantity.DataSize;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;

/** What a scenario says about a host that looks for the way to another. */
@Doc("The routers on the way from one host to another, as the command traceroute finds them.")
public record TracerouteSpec(
    @Key(value = "Who asks.", example = "h1", names = "hosts") String from,
    @Key(value = "Where to: a host, or an IPv4 address.", example = "h2") String to,
    @Key(value = "What probes are.", fallback = "udp", source = "traceroute(8)") Probes mode,
    @Key(
            value = "How many probes each time to live gets.",
            fallback = "3",
            source = "traceroute(8), option -q",
            example = "1")
        int probes,
    @Key(
            value = "The highest time to live.",
            fallback = "30",
            source = "traceroute(8), option -m",
            example = "10")
        int mostHops,
    @Key(
            value = "A probe without an answer for so long is lost.",
            fallback = "5 s",
            source = "traceroute(8), option -w",
            example = "1 s")
        Duration timeout,
    @Key(value = "When the first probe is sent.", fallback = "0 s", example = "60 s")
        Duration start,
    @Key(
            value = "From one search for the way to the next; without it there is one.",
            example = "30 s")
        Optional<Duration> every,
    @Key(
            value = "Bytes of a probe, with the headers of IP and above.",
            fallback = "60 B",
            source = "traceroute(8), packet_len")
        DataSize size) {

  private static final int MOST_TIME_TO_LIVE = 255;

  public TracerouteSpec {
    within("probes", probes, 10);
    within("most-hops", mostHops, MOST_TIME_TO_LIVE);
    positive("timeout", timeout);
    every.ifPresent(time -> positive("every", time));
    if (size.bytes() < Trace.HEADERS || size.bytes() > Trace.LARGEST) {
      throw new Refusal(
          "size",
          "a probe has between %d B and %d B, was %d B"
              .formatted(Trace.HEADERS, Trace.LARGEST, size.bytes()));
    }
  }

  private static void within(String key, int value, int most) {
    if (value < 1 || value > most) {
      throw new Refusal(key, "%s must lie between 1 and %d, was %d".formatted(key, most, value));
    }
  }

  private static void positive(String key, Duration value) {
    if (value.isZero()) {
      throw new Refusal(key, key + " must be more than 0 s");
    }
  }

  /** What is sent to find the way. */
  public enum Probes {
    @Doc("datagrams to ports that nobody uses")
    UDP,
    @Doc("echo requests, as ping sends them")
    ICMP
  }
}
