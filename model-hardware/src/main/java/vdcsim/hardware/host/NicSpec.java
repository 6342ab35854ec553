package vdcsim.hardware.host;

import java.util.Optional;
import vdcsim.hardware.ethernet.Frame;
import vdcsim.hardware.ethernet.MacAddress;
import vdcsim.hardware.ethernet.PortSettings;
import vdcsim.kernel.quantity.DataRate;
import vdcsim.kernel.quantity.DataSize;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.spec.Shorthand;

/** What a scenario says about a network card. */
@Doc("A network card.")
@Shorthand("rate")
public record NicSpec(
    @Key(
            value = "The fastest rate of the card.",
            fallback = "1 Gbps",
            source = "IEEE 802.3-2018, clause 40: 1000BASE-T",
            example = "10 Gbps")
        DataRate rate,
    @Key(
            value = "How many frames may wait to be sent.",
            fallback = "1000",
            source = "Linux, default txqueuelen of an Ethernet device",
            example = "50")
        int queue,
    @Key(
            value = "How many bytes the waiting frames may have together; any number unless given.",
            example = "64 KiB")
        Optional<DataSize> queueBytes,
    @Key(
            value = "The longest payload of a frame in bytes; longer frames are dropped.",
            fallback = "1500",
            source = "IEEE 802.3-2018, 3.2.7: a basic frame; 9000 is usual for jumbo frames",
            example = "9000")
        int mtu,
    @Key(
            value = "The card's address; without it, the next one that is free.",
            example = "02:00:00:00:00:01")
        Optional<String> address) {

  public NicSpec {
    if (queue < 1) {
      throw new Refusal("queue", "a queue holds at least 1 frame, was " + queue);
    }
    if (queueBytes.isPresent() && queueBytes.get().bytes() < Frame.LEAST_BYTES) {
      throw new Refusal(
          "queue-bytes",
          "a queue holds at least %d B, the shortest frame; was %d B"
              .formatted(Frame.LEAST_BYTES, queueBytes.get().bytes()));
    }
    if (mtu < PortSettings.LEAST_MTU || mtu > PortSettings.LARGEST_MTU) {
      throw new Refusal(
          "mtu",
          "an mtu must lie between %d and %d, was %d"
              .formatted(PortSettings.LEAST_MTU, PortSettings.LARGEST_MTU, mtu));
    }
    address.ifPresent(text -> MacAddress.check("address", text));
  }

  /** A card with a queue limited in frames, the standard mtu, and the next free address. */
  public NicSpec(DataRate rate, int queue) {
    this(rate, queue, Optional.empty(), PortSettings.STANDARD_MTU, Optional.empty());
  }

  PortSettings settings() {
    long bytes = queueBytes.map(DataSize::bytes).orElse(PortSettings.ANY_BYTES);
    return new PortSettings(queue, bytes, mtu);
  }
}
