package vdcsim.network.ospf;

import java.time.Duration;
import java.util.Optional;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.spec.Shorthand;
import vdcsim.network.ospf.lsa.AreaId;

/** What a scenario says about an interface on which a router speaks OSPF. */
@Doc("An interface on which a router speaks OSPF.")
@Shorthand("area")
public record OspfInterfaceSpec(
    @Key(value = "The area of its network, as a number or as an address.", example = "0")
        String area,
    @Key(
            value = "What its network is taken for.",
            fallback = "broadcast",
            source = "FRRouting, ip ospf network: Ethernet is broadcast")
        NetworkType type,
    @Key(
            value = "What sending over it costs; without it the rate of its cable decides.",
            example = "10")
        Optional<Integer> cost,
    @Key(
            value = "In the election of the designated router the highest wins; with 0 never.",
            fallback = "1",
            source = "FRRouting, ip ospf priority")
        int priority,
    @Key(value = "How often it says hello.", fallback = "10 s", source = "RFC 2328, C.3; FRRouting")
        Duration hello,
    @Key(
            value = "After how long without a hello a neighbour is gone.",
            fallback = "40 s",
            source = "RFC 2328, C.3: four times the hello interval; FRRouting")
        Duration dead,
    @Key(
            value = "Whether its network is told of, but no neighbour looked for.",
            fallback = "false",
            source = "FRRouting, passive-interface")
        boolean passive,
    @Key(
            value = "How long an LSA may stay without confirmation before it is sent again.",
            fallback = "5 s",
            source = "RFC 2328, C.3 (RxmtInterval); FRRouting")
        Duration retransmit,
    @Key(
            value = "By how many seconds an LSA ages on its way over it.",
            fallback = "1",
            source = "RFC 2328, C.3 (InfTransDelay); FRRouting")
        int transmitDelay) {

  private static final int MOST_COST = 0xFFFF;

  public OspfInterfaceSpec {
    try {
      AreaId.parse(area);
    } catch (IllegalArgumentException e) {
      throw new Refusal("area", "an area reads '1' or '0.0.0.1', was '" + area + "'");
    }
    cost.ifPresent(c -> checkCost("cost", c));
    if (priority < 0 || priority > 255) {
      throw new Refusal("priority", "a priority lies from 0 to 255, was " + priority);
    }
    if (transmitDelay < 1 || transmitDelay > 3600) {
      throw new Refusal(
          "transmit-delay", "a transmit delay lies from 1 to 3600 s, was " + transmitDelay);
    }
    checkSeconds("hello", hello, 65_535);
    checkSeconds("dead", dead, Integer.MAX_VALUE);
    checkSeconds("retransmit", retransmit, 65_535);
    if (dead.compareTo(hello) <= 0) {
      throw new Refusal(
          "dead",
          "a neighbour must be able to say hello before it is dead: dead (%d s) exceeds hello (%d s)"
              .formatted(dead.toSeconds(), hello.toSeconds()));
    }
  }

  private static void checkSeconds(String key, Duration time, int most) {
    if (!time.equals(Duration.ofSeconds(time.toSeconds()))
        || time.toSeconds() < 1
        || time.toSeconds() > most) {
      throw new Refusal(
          key,
          "%s is whole seconds, at least 1, was %s".formatted(key, time.toNanos() / 1e9 + " s"));
    }
  }

  static void checkCost(String key, int cost) {
    if (cost < 1 || cost > MOST_COST) {
      throw new Refusal(key, "a cost lies from 1 to 65535, was " + cost);
    }
  }
}
