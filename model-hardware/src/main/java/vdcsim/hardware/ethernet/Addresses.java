package vdcsim.hardware.ethernet;

import vdcsim.kernel.world.World;

/**
 * Hands out locally administered addresses, 02:00:00:00:00:01 first, in the order in which ports
 * are made.
 */
public final class Addresses {
  private static final long FIRST = 0x0200_0000_0000L;
  private static final String NAME = "addresses";

  private long handedOut;

  private Addresses() {}

  /** The next address of a world. */
  public static MacAddress next(World world) {
    Addresses addresses =
        world
            .find(NAME, Addresses.class)
            .orElseGet(
                () -> {
                  Addresses made = new Addresses();
                  world.add(NAME, made);
                  return made;
                });
    addresses.handedOut++;
    return new MacAddress(FIRST + addresses.handedOut);
  }
}
