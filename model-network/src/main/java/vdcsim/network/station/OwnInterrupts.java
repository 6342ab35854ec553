package vdcsim.network.station;

import vdcsim.kernel.world.World;

/**
 * Says of a card that its interrupts and its driver are modelled, so that the stack of its machine
 * does not pay for them again.
 */
public record OwnInterrupts() {
  /** Notes it of a card, as {@code web.eth0}; before anybody speaks over it. */
  public static void say(String card, World world) {
    if (world.find(card, OwnInterrupts.class).isEmpty()) {
      world.add(card, new OwnInterrupts());
    }
  }
}
