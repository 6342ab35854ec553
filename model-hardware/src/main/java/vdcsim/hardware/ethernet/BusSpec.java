package vdcsim.hardware.ethernet;

import vdcsim.kernel.quantity.DataRate;
import vdcsim.kernel.quantity.Length;
import vdcsim.kernel.quantity.Ratio;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.spec.Shorthand;
import vdcsim.kernel.world.Wiring;
import vdcsim.kernel.world.World;

/** What a scenario says about a bus. */
@Doc("A coaxial cable along which stations sit: all of them are one shared medium.")
@Shorthand("length")
public record BusSpec(
    @Key(
            value = "The length of the cable.",
            fallback = "500 m",
            source = "IEEE 802.3-2018, 8.6.1: the longest segment of 10BASE5",
            example = "185 m")
        Length length,
    @Key(
            value = "The rate of all its stations.",
            fallback = "10 Mbps",
            source = "IEEE 802.3-2018, clause 8: 10BASE5")
        DataRate rate,
    @Key(
            value = "The speed of a signal on the cable, as a share of the speed of light.",
            fallback = "0.77",
            source = "IEEE 802.3-2018, 8.4.1.3: at least 0.77 c on 10BASE5; 10BASE2 has 0.65 c",
            example = "0.65")
        Ratio velocityFactor) {

  private static final double LONGEST = 1e9;

  public BusSpec {
    if (length.metres() > LONGEST) {
      throw new Refusal("length", "a bus has at most 1000000 km, was " + length.metres() + " m");
    }
    if (velocityFactor.value() <= 0 || velocityFactor.value() > 1) {
      throw new Refusal(
          "velocity-factor",
          "a signal is slower than light: above 0, at most 1; was " + velocityFactor.value());
    }
  }

  /** Makes a bus without stations, adds it to the world and draws it. */
  public static Wiring make(String name, BusSpec spec, World world) {
    world.add(
        name,
        Segment.bus(
            world.simulation(),
            name,
            spec.rate.bitsPerSecond(),
            spec.length.metres(),
            spec.velocityFactor.value()));
    world.picture().node(name, "bus", () -> "");
    return Wiring.NONE;
  }
}
