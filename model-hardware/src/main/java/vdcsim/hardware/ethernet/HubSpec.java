package vdcsim.hardware.ethernet;

import java.time.Duration;
import vdcsim.kernel.quantity.DataRate;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Shorthand;
import vdcsim.kernel.world.Wiring;
import vdcsim.kernel.world.World;

/** What a scenario says about a hub. */
@Doc("A repeater: all its cables are one shared medium.")
@Shorthand("rate")
public record HubSpec(
    @Key(
            value = "The rate of all its cables.",
            fallback = "100 Mbps",
            source = "IEEE 802.3-2018, clause 27: repeaters of 100BASE-T")
        DataRate rate,
    @Key(
            value = "Time from a bit's arrival at one cable to its departure at the others.",
            fallback = "0 s",
            source = "left out unless given; 460 ns in a class II repeater (IEEE 802.3-2018, 27.3)",
            example = "460 ns")
        Duration latency) {

  /** Makes a hub without cables, adds it to the world and draws it. */
  public static Wiring make(String name, HubSpec spec, World world) {
    world.add(
        name,
        Segment.hub(world.simulation(), name, spec.rate.bitsPerSecond(), spec.latency.toNanos()));
    world.picture().node(name, "hub", () -> "");
    return Wiring.NONE;
  }
}
