package vdcsim.hardware.ethernet;

import java.util.Optional;
import java.util.function.Consumer;
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
    return action
        .hub(world)
        .<Runnable>map(hub -> hub::powerOff)
        .orElseGet(() -> action.each(world, EthernetPort::disable));
  }

  /** Switches the device on, with all its ports. */
  public static Runnable on(PowerAction action, World world) {
    return action
        .hub(world)
        .<Runnable>map(hub -> hub::powerOn)
        .orElseGet(() -> action.each(world, EthernetPort::enable));
  }

  private Optional<Segment> hub(World world) {
    return world.find(device, Segment.class).filter(s -> s.form() == Segment.Form.HUB);
  }

  private Runnable each(World world, Consumer<EthernetPort> effect) {
    Ports ports = world.require("device", device, Ports.class, "device with ports");
    return () -> ports.ethernetPorts().forEach(effect);
  }
}
