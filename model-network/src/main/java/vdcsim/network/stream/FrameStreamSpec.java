package vdcsim.network.stream;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import vdcsim.hardware.ethernet.VlanTag;
import vdcsim.kernel.quantity.DataSize;
import vdcsim.kernel.quantity.Ratio;
import vdcsim.kernel.random.Distribution;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;

/** What a scenario says about a stream of Ethernet frames. */
@Doc("Ethernet frames from one host to another, at a pace of their own: nothing answers.")
public record FrameStreamSpec(
    @Key(value = "Who sends.", example = "h1", names = "hosts") String from,
    @Key(
            value =
                "Whose address its frames bear as their source, the sender's own unless given: a"
                    + " host, or an address.",
            example = "h3")
        Optional<String> source,
    @Key(value = "Who receives: a host, 'broadcast', or an address.", example = "h2") String to,
    @Key(
            value = "The length of a frame, from destination to check sequence.",
            fallback = "1518 B",
            source = "IEEE 802.3-2018, 3.2.7: the longest basic frame",
            quantity = DataSize.class,
            example = "uniform(min: 64 B, max: 1518 B)")
        Distribution frameSize,
    @Key(
            value =
                "The share of the line's rate that the stream asks for, preamble and gap included;"
                    + " give this or 'every'.",
            example = "80 %")
        Optional<Ratio> load,
    @Key(value = "The mean time between two frames; give this or 'load'.", example = "10 us")
        Optional<Duration> every,
    @Key(value = "How the frames follow each other.", fallback = "constant") Arrivals arrivals,
    @Key(
            value = "How long an on-off stream sends at a time.",
            fallback = "exponential(mean: 10 ms)",
            source = "no standard; short against a second, long against a frame",
            quantity = Duration.class)
        Distribution on,
    @Key(
            value = "How long an on-off stream is silent at a time.",
            fallback = "exponential(mean: 10 ms)",
            source = "no standard; as long as it sends",
            quantity = Duration.class)
        Distribution off,
    @Key(value = "When it starts.", fallback = "0 s") Duration start,
    @Key(value = "When it stops; without it at the end.", example = "5 s") Optional<Duration> stop,
    @Key(
            value = "VLANs with which the sender tags its frames, the outer one first.",
            example = "[10, 20]")
        List<Integer> tags,
    @Key(value = "Records the throughput over each span of this length.", example = "100 ms")
        Optional<Duration> sample) {

  public FrameStreamSpec {
    tags = List.copyOf(tags);
    if (load.isPresent() == every.isPresent()) {
      throw new Refusal(
          "", "a frame stream needs either 'load', as '80 %', or 'every', as '10 us'");
    }
    if (load.isPresent() && load.get().value() == 0) {
      throw new Refusal("load", "load must be more than 0");
    }
    positive("every", every);
    positive("sample", sample);
    if (stop.isPresent() && stop.get().compareTo(start) <= 0) {
      throw new Refusal("stop", "a stream must stop after it starts");
    }
    tags.forEach(FrameStreamSpec::checkTag);
  }

  private static void positive(String key, Optional<Duration> value) {
    if (value.isPresent() && value.get().isZero()) {
      throw new Refusal(key, key + " must be more than 0 s");
    }
  }

  private static void checkTag(int vlan) {
    if (vlan < 0 || vlan > VlanTag.LAST_VLAN) {
      throw new Refusal("tags", "a VLAN lies from 0 to " + VlanTag.LAST_VLAN + ", was " + vlan);
    }
  }

  /** How the frames of a stream follow each other. */
  public enum Arrivals {
    @Doc("at equal intervals")
    CONSTANT,
    @Doc("at random, independent of each other: intervals are exponential")
    POISSON,
    @Doc("at equal intervals while it is on; on and off take turns")
    ON_OFF
  }
}
