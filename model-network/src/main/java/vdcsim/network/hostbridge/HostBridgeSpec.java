package vdcsim.network.hostbridge;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import vdcsim.hardware.ethernet.PortSettings;
import vdcsim.kernel.quantity.DataRate;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.spec.Shorthand;
import vdcsim.network.bridge.BridgeSpec;
import vdcsim.network.bridge.Switching;
import vdcsim.network.vlan.VlanSpec;

/** What a scenario says about a bridge in a host. */
@Doc("A software bridge in a host.")
@Shorthand("cards")
public record HostBridgeSpec(
    @Key(
            value = "The cards of the host that are its ports; virtual cards come on top.",
            example = "eth0")
        List<String> cards,
    @Key(
            value = "How long an address that sends nothing is remembered.",
            fallback = "300 s",
            source = "Linux, bridge: ageing_time",
            example = "20 s")
        Duration ageing,
    @Key(
            value = "The longest payload of a frame in bytes; longer frames are dropped.",
            fallback = "1500",
            source = "IEEE 802.3-2018, 3.2.7: a basic frame",
            example = "9000")
        int mtu,
    @Key(
            value = "The rate at which frames pass between the bridge and its own host.",
            fallback = "35 Gbps",
            source = "RootlessKit, docs/network.md: iperf3 over a veth pair at MTU 1500")
        DataRate rate,
    @Key(
            value =
                "Cycles of the host's processors to forward a packet; a host without pays nothing.",
            fallback = "2223",
            source =
                "Emmerich et al., CloudNet 2014: a bridge between two cards forwards 1.11 million"
                    + " packets a second at 3.3 GHz, less 750 cycles to take one from the card")
        int forward,
    @Key(
            value =
                "The VLANs of its ports, as a switch has them; without it the bridge looks at no"
                    + " tags. A port is a card, a virtual card as 'web.eth0', or 'host', its own"
                    + " end; one that is not named takes VLAN 1.",
            example = "{ ports: { eth0: { trunk: [10, 20] }, web.eth0: 10 } }")
        Optional<VlanSpec> vlans) {
  private static final int MOST_PORTS = 1023;
  private static final int TABLE = 1 << 16;
  private static final int QUEUE = 1000;

  public HostBridgeSpec {
    cards = List.copyOf(cards);
    if (forward < 0) {
      throw new Refusal("forward", "forward cannot be negative, was " + forward);
    }
    if (mtu < PortSettings.LEAST_MTU || mtu > PortSettings.LARGEST_MTU) {
      throw new Refusal(
          "mtu",
          "an mtu must lie between %d and %d, was %d"
              .formatted(PortSettings.LEAST_MTU, PortSettings.LARGEST_MTU, mtu));
    }
  }

  /** A bridge with these cards, and all else as a scenario has it that says nothing. */
  public static HostBridgeSpec of(String... cards) {
    return new HostBridgeSpec(
        List.of(cards),
        Duration.ofMinutes(5),
        1500,
        DataRate.ofGigabits(35),
        2223,
        Optional.empty());
  }

  /** The same with these VLANs of its ports. */
  public HostBridgeSpec sorted(VlanSpec ports) {
    return new HostBridgeSpec(cards, ageing, mtu, rate, forward, Optional.of(ports));
  }

  /** The same as a switch has it; a Linux bridge has at most 1023 ports (BR_MAX_PORTS). */
  BridgeSpec bridge() {
    return new BridgeSpec(
        MOST_PORTS,
        ageing,
        TABLE,
        QUEUE,
        Duration.ZERO,
        mtu,
        Optional.empty(),
        Switching.STORE_AND_FORWARD);
  }
}
