package vdcsim.network.bridge;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import vdcsim.hardware.ethernet.MacAddress;
import vdcsim.hardware.ethernet.PortSettings;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;

/** What a scenario says about a switch. */
@Doc("A learning switch.")
public record BridgeSpec(
    @Key(
            value = "How many ports it has, named p1, p2 and so on.",
            fallback = "128",
            source = "more than any switch of one box, so that a scenario need not count")
        int ports,
    @Key(
            value = "How long an address that sends nothing is remembered.",
            fallback = "300 s",
            source = "IEEE 802.1D-2004, Table 7-5",
            example = "20 s")
        Duration ageing,
    @Key(
            value =
                "How many addresses it can remember; more are not learned, so they are flooded.",
            fallback = "8192",
            source = "usual size of access switches")
        int tableSize,
    @Key(
            value = "How many frames may wait at each port to be sent.",
            fallback = "1000",
            source = "Linux, default txqueuelen of an Ethernet device",
            example = "50")
        int queue,
    @Key(
            value = "Time from the last bit of a frame in to when it is ready to go out.",
            fallback = "0 s",
            source = "left out unless given",
            example = "2 us")
        Duration forwardingLatency,
    @Key(
            value = "The longest payload of a frame in bytes; longer frames are dropped.",
            fallback = "1500",
            source = "IEEE 802.3-2018, 3.2.7: a basic frame; 9000 is usual for jumbo frames",
            example = "9000")
        int mtu,
    @Key(
            value = "Its own address, from which spanning tree makes its identifier.",
            example = "02:00:00:00:00:01")
        Optional<String> address,
    @Key(
            value = "How much of a frame it takes in before it sends it on.",
            fallback = "store-and-forward",
            source = "IEEE 802.1D-2004, 7.1: a bridge relays whole frames",
            example = "cut-through")
        Switching switching,
    @Key(
            value =
                "Ports at which frames may leave again where they came in (hairpin, or reflective"
                    + " relay), as virtual cards in mode vepa need it.",
            example = "[p1]")
        List<String> hairpin) {

  private static final int MOST_PORTS = 4095;
  private static final int LARGEST_TABLE = 1 << 22;

  /** A switch at which no frame leaves where it came in. */
  public BridgeSpec(
      int ports,
      Duration ageing,
      int tableSize,
      int queue,
      Duration forwardingLatency,
      int mtu,
      Optional<String> address,
      Switching switching) {
    this(ports, ageing, tableSize, queue, forwardingLatency, mtu, address, switching, List.of());
  }

  public BridgeSpec {
    hairpin = List.copyOf(hairpin);
    within("ports", ports, MOST_PORTS);
    within("table-size", tableSize, LARGEST_TABLE);
    within("queue", queue, Integer.MAX_VALUE);
    if (mtu < PortSettings.LEAST_MTU || mtu > PortSettings.LARGEST_MTU) {
      throw new Refusal(
          "mtu",
          "an mtu must lie between %d and %d, was %d"
              .formatted(PortSettings.LEAST_MTU, PortSettings.LARGEST_MTU, mtu));
    }
    address.ifPresent(text -> MacAddress.check("address", text));
  }

  PortSettings settings() {
    return new PortSettings(queue, PortSettings.ANY_BYTES, mtu);
  }

  private static void within(String key, int value, int most) {
    if (value < 1 || value > most) {
      throw new Refusal(key, key + " must lie between 1 and " + most + ", was " + value);
    }
  }
}
