package vdcsim.network.spanningtree;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.spec.Shorthand;

/** What a scenario says about the spanning tree protocol of a switch. */
@Doc("Spanning tree: switches agree on a tree without loops.")
@Shorthand("protocol")
public record SpanningTreeSpec(
    @Key(value = "Which protocol the switch speaks.", example = "stp") Protocol protocol,
    @Key(
            value = "The switch of the lowest priority, and then address, becomes the root.",
            fallback = "32768",
            source = "IEEE 802.1D-2004, Table 17-2",
            example = "4096")
        int priority,
    @Key(
            value = "How often the root speaks; the root's value holds for all.",
            fallback = "2 s",
            source = "IEEE 802.1D-2004, Table 17-1")
        Duration helloTime,
    @Key(
            value = "How long a port listens, and then learns, before it forwards.",
            fallback = "15 s",
            source = "IEEE 802.1D-2004, Table 17-1")
        Duration forwardDelay,
    @Key(
            value = "How long what a neighbour said is believed.",
            fallback = "20 s",
            source = "IEEE 802.1D-2004, Table 17-1")
        Duration maxAge,
    @Key(
            value =
                "Whether the three times must fit together, as the standard demands; a Linux bridge"
                    + " takes any.",
            fallback = "true",
            source = "IEEE 802.1D-2004, 17.14")
        boolean fittingTimes,
    @Key(
            value =
                "What ports cost by their rate; without it as the protocol's standard says: for stp"
                    + " ieee-1998, for rstp ieee-2004.",
            example = "linux")
        Optional<PathCosts> pathCosts,
    @Key(
            value = "RSTP: how many BPDUs may leave a port at once; after that one a second.",
            fallback = "6",
            source = "IEEE 802.1D-2004, Table 17-1")
        int transmitHoldCount,
    @Key(
            value =
                "RSTP: whether a port falls back to discarding when its neighbour forwards and has"
                    + " not heard it, as over a cable that is broken one way. Open vSwitch does not.",
            fallback = "true",
            source = "IEEE 802.1Q-2018, 13.29.17; 802.1D-2004, 17.21.10 has it as an agreement")
        boolean dispute,
    @Key(value = "Its ports, where they differ.", example = "{ p1: { cost: 100 } }")
        Map<String, SpanningTreePortSpec> ports) {

  public SpanningTreeSpec {
    ports = new LinkedHashMap<>(ports);
    protocol.checkPriority("priority", priority);
    within("hello-time", helloTime, 1, 10);
    within("forward-delay", forwardDelay, 4, 30);
    within("max-age", maxAge, 6, 40);
    wholeSeconds(protocol, "hello-time", helloTime);
    wholeSeconds(protocol, "forward-delay", forwardDelay);
    wholeSeconds(protocol, "max-age", maxAge);
    if (fittingTimes) {
      checkFit(helloTime, forwardDelay, maxAge);
    }
    if (transmitHoldCount < 1 || transmitHoldCount > 10) {
      throw new Refusal(
          "transmit-hold-count", "transmit-hold-count lies from 1 to 10, was " + transmitHoldCount);
    }
    for (SpanningTreePortSpec port : ports.values()) {
      protocol.checkPortPriority("ports", port.priority());
      port.cost().ifPresent(cost -> protocol.checkCost("ports", cost));
    }
  }

  /** A switch of which just the protocol is said. */
  public static SpanningTreeSpec of(Protocol protocol) {
    return new SpanningTreeSpec(
        protocol,
        32_768,
        Duration.ofSeconds(2),
        Duration.ofSeconds(15),
        Duration.ofSeconds(20),
        true,
        Optional.empty(),
        6,
        true,
        Map.of());
  }

  private static void within(String key, Duration time, int least, int most) {
    if (time.compareTo(Duration.ofSeconds(least)) < 0
        || time.compareTo(Duration.ofSeconds(most)) > 0) {
      throw new Refusal(
          key, "%s lies from %d s to %d s, was %s".formatted(key, least, most, seconds(time)));
    }
  }

  /** RSTP counts in whole seconds (IEEE 802.1D-2004, 17.22). */
  private static void wholeSeconds(Protocol protocol, String key, Duration time) {
    if (protocol == Protocol.RSTP && !isWhole(time)) {
      throw new Refusal(key, "%s of RSTP is whole seconds, was %s".formatted(key, seconds(time)));
    }
  }

  /** IEEE 802.1D-1998, 8.10.2; 802.1D-2004, 17.14. */
  private static void checkFit(Duration helloTime, Duration forwardDelay, Duration maxAge) {
    Duration most = forwardDelay.minusSeconds(1).multipliedBy(2);
    Duration least = helloTime.plusSeconds(1).multipliedBy(2);
    if (maxAge.compareTo(most) > 0 || maxAge.compareTo(least) < 0) {
      throw new Refusal(
          "max-age",
          "max-age lies from 2 x (hello-time + 1 s) = %s to 2 x (forward-delay - 1 s) = %s, was %s"
              .formatted(seconds(least), seconds(most), seconds(maxAge)));
    }
  }

  private static boolean isWhole(Duration time) {
    return time.equals(Duration.ofSeconds(time.toSeconds()));
  }

  private static String seconds(Duration time) {
    return isWhole(time) ? time.toSeconds() + " s" : time.toNanos() / 1e9 + " s";
  }

  /** What is said about a port. */
  public SpanningTreePortSpec port(String label) {
    return ports.getOrDefault(label, SpanningTreePortSpec.UNNAMED);
  }

  /** The times that hold while this bridge is the root. */
  public Times times() {
    return Times.ofRoot(maxAge, helloTime, forwardDelay);
  }

  /** What a port of this rate costs if its cost is not set. */
  public long pathCost(long bitsPerSecond) {
    return pathCosts.orElse(protocol.pathCosts()).of(bitsPerSecond);
  }
}
