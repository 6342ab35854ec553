package vdcsim.network.station;

import vdcsim.hardware.ethernet.Frame;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.world.Wiring;
import vdcsim.kernel.world.World;

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
            value = "How many packets may wait for the processors, each way.",
            fallback = "1000",
            source = "Linux, net.core.netdev_max_backlog")
        int backlog) {
  /** All of it as a scenario has it that says nothing. */
  static final PacketCostsSpec DEFAULT = new PacketCostsSpec(2784, 3700, 340, 1000);

  private static final int KIB = 1024;

  public PacketCostsSpec {
    notNegative("send", send);
    notNegative("receive", receive);
    notNegative("copy-kib", copyKib);
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

  long sending(Frame frame) {
    return send + (long) copyKib * frame.softwareBytes() / KIB;
  }

  long receiving(Frame frame) {
    return receive + (long) copyKib * frame.softwareBytes() / KIB;
  }
}
