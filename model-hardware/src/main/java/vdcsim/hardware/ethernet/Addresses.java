package vdcsim.hardware.ethernet;

import java.util.Set;
import java.util.TreeSet;
import vdcsim.kernel.world.World;

/**
 * Hands out locally administered addresses, 02:00:00:00:00:01 first, in the order in which ports
 * are made; those that a scenario has given by then are left out.
 */
public final class Addresses {
  private static final long FIRST = 0x0200_0000_0001L;
  private static final String NAME = "addresses";

  private final Set<MacAddress> given = new TreeSet<>();
  private long next = FIRST;

  private Addresses() {}

  /** The next address of a world. */
  public static MacAddress next(World world) {
    return of(world).next();
  }

  /** The address of this text, which no port is handed from now on. */
  public static MacAddress give(World world, String text) {
    MacAddress address = MacAddress.parse(text);
    of(world).given.add(address);
    return address;
  }

  private static Addresses of(World world) {
    return world
        .find(NAME, Addresses.class)
        .orElseGet(
            () -> {
              Addresses made = new Addresses();
              world.add(NAME, made);
              return made;
            });
  }

  private MacAddress next() {
    MacAddress address = new MacAddress(next++);
    return given.contains(address) ? next() : address;
  }
}
