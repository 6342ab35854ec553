package vdcsim.hardware.ethernet;

import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Shorthand;
import vdcsim.kernel.world.World;

/** What a scenario says about a device that is switched off or on. */
@Doc("A device with ports.")
@Shorthand("device")
public record PowerAction(
    @Key(value = "The device, as a switch or a host.", example = "s1") String device) {

  /** Switches the device off: carrier goes on all its cables. */
  public static Runnable off(PowerAction action, World world) {
    Ports ports = action.find(world);
    return () -> ports.ethernetPorts().forEach(EthernetPort::disable);
  }

  /** Switches the device on, with all its ports. */
  public static Runnable on(PowerAction action, World world) {
    Ports ports = action.find(world);
    return () -> ports.ethernetPorts().forEach(EthernetPort::enable);
  }

  private Ports find(World world) {
    return world.require("device", device, Ports.class, "device with ports");
  }
}
