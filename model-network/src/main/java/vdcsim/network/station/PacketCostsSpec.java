package vdcsim.network.station;

import vdcsim.hardware.nic.OffloadsSpec;
import vdcsim.hardware.nic.PhysicalNic;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.world.Wiring;
import vdcsim.kernel.world.World;
import vdcsim.network.backlog.Work;

/** What a scenario says about what a machine's protocol stack costs. */
@Doc("What a machine's processors do for each packet; without processors all is free.")
public record PacketCostsSpec(
    @Key(
            value = "Cycles to send a packet.",
            fallback = "2784",
            source = "Rizzo, netmap (USENIX ATC 2012), section 2: 950 ns a sendto() at 2.93 GHz")
        int send,
    @Key(
            value = "Cycles to receive a packet.",
            fallback = "3700",
            source =
                "Cloudflare, How to receive a million packets per second (2015): 650 000 a core")
        int receive,
    @Key(
            value = "Cycles to copy 1024 bytes between the program and the kernel, either way.",
            fallback = "340",
            source = "one core copies about 9 GB/s at 3 GHz, as STREAM copy has it on one thread")
        int copyKib,
    @Key(
            value = "Cycles for each further segment of a train that offloads take for one packet.",
            fallback = "750",
            source =
                "Hoiland-Jorgensen et al., CoNEXT 2018, figure 3: Linux takes 4.8 million packets a"
                    + " second from a card on a core of 3.6 GHz and drops them")
        int segment,
    @Key(
            value =
                "Cycles for each further frame that the stack itself cuts off a long segment, where"
                    + " the card does not.",
            fallback = "732",
            source =
                "Rizzo, netmap (USENIX ATC 2012), figure 5: pktgen makes 4 million packets a second"
                    + " and hands them to the driver, on a core of 2.93 GHz")
        int cut,
    @Key(
            value = "Cycles for the checksum of 1024 bytes, either way, where the card has none.",
            fallback = "256",
            source =
                "Linux, csum_partial: an addition with carry for 8 bytes, 2 cycles each before"
                    + " Broadwell (Fog, instruction tables)")
        int checksumKib,
    @Key(
            value =
                "Cycles from a packet that comes when nothing was to be done until the kernel takes"
                    + " it: card, interrupt. A card whose rings are modelled has its own.",
            fallback = "4800",
            source =
                "estimate: 1 us across PCI Express (Neugebauer et al., SIGCOMM 2018, 6.1, twice)"
                    + " and 1 us for the interrupt, at 2.4 GHz")
        int interrupt,
    @Key(
            value =
                "Cycles to wake the program that waits for it, when nothing was to be done, and to"
                    + " come back from its call.",
            fallback = "12080",
            source =
                "Felter et al. 2015, felter-rr-tcp-native: a round trip of 37.58 us at 2.4 GHz,"
                    + " less what else there is on the way")
        int wake,
    @Key(
            value = "Whether segments of a connection that wait behind each other cost one packet.",
            fallback = "true",
            source = "Linux, generic segmentation and receive offload are on")
        boolean offload,
    @Key(
            value = "How many packets may wait for the processors, each way.",
            fallback = "1000",
            source = "Linux, net.core.netdev_max_backlog")
        int backlog,
    @Key(
            value =
                "Cycles to pass on a packet that is for others, beside taking it from the card.",
            fallback = "1339",
            source =
                "Emmerich et al., CloudNet 2014: Linux forwards 1.58 million packets a second at"
                    + " 3.3 GHz, less 750 cycles to take one from the card")
        int forward,
    @Key(
            value =
                "Cycles more for a packet that is passed on where connections are tracked or"
                    + " addresses are translated.",
            fallback = "1339",
            source = "estimate: as much as passing it on (four hooks, two look-ups, a checksum)")
        int track) {
  /** All of it as a scenario has it that says nothing. */
  static final PacketCostsSpec DEFAULT =
      new PacketCostsSpec(2784, 3700, 340, 750, 732, 256, 4800, 12_080, true, 1000, 1339, 1339);

  public PacketCostsSpec {
    notNegative("send", send);
    notNegative("receive", receive);
    notNegative("copy-kib", copyKib);
    notNegative("segment", segment);
    notNegative("cut", cut);
    notNegative("checksum-kib", checksumKib);
    notNegative("interrupt", interrupt);
    notNegative("wake", wake);
    notNegative("forward", forward);
    notNegative("track", track);
    if (backlog < 1) {
      throw new Refusal("backlog", "a backlog holds at least 1 packet, was " + backlog);
    }
  }

  private static void notNegative(String key, int cycles) {
    if (cycles < 0) {
      throw new Refusal(key, key + " cannot be negative, was " + cycles);
    }
  }

  /** Notes what a machine's stack costs. */
  public static Wiring make(String machine, PacketCostsSpec spec, World world) {
    world.add(machine, spec);
    return Wiring.NONE;
  }

  /**
   * What it does for packets on their way out over a card. Where the card cuts, there are long
   * segments even if the stack would not cut them itself.
   */
  Work sending(String card, World world) {
    OffloadsSpec by = offloads(card, world);
    return new Work(send, by.cuts() ? 0 : cut, perKib(by), 0, offload || cutByCard(card, world));
  }

  private static boolean cutByCard(String card, World world) {
    return world.find(card, PhysicalNic.class).filter(n -> n.spec().offloaded().cuts()).isPresent();
  }

  /** What a card does; one of which nothing is said does all but joining. */
  private static OffloadsSpec offloads(String card, World world) {
    return world
        .find(card, PhysicalNic.class)
        .map(nic -> nic.spec().offloaded())
        .orElse(OffloadsSpec.DEFAULT);
  }

  private int perKib(OffloadsSpec by) {
    return copyKib + (by.checksum() ? 0 : checksumKib);
  }

  /** What the stack of a machine costs, as it is known when things are connected. */
  public static PacketCostsSpec of(String machine, World world) {
    return world.find(machine, PacketCostsSpec.class).orElse(DEFAULT);
  }

  /** What it does for packets of a card on their way in. */
  Work receiving(String card, World world) {
    int perKib = perKib(offloads(card, world));
    return new Work(receive, segment, perKib, wake + interrupt(card, world), offload);
  }

  /** What it does for packets of a card that it passes on, with or without tracking. */
  Work passingOn(String card, boolean tracks, World world) {
    return forwarding(card, forward + (tracks ? track : 0L), world);
  }

  /** What it does for packets of a card that it forwards, for so many cycles each. */
  public Work forwarding(String card, long cycles, World world) {
    return new Work(segment + cycles, segment, 0, interrupt(card, world), offload);
  }

  private int interrupt(String card, World world) {
    boolean own =
        world.find(card, OwnInterrupts.class).isPresent()
            || world.find(card, PhysicalNic.class).isPresent();
    return own ? 0 : interrupt;
  }
}
