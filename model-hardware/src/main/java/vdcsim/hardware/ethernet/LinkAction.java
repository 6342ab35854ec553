package vdcsim.hardware.ethernet;

import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Shorthand;
import vdcsim.kernel.world.World;

/** What a scenario says about a cable that fails, or is mended. */
@Doc("A cable.")
@Shorthand("link")
public record LinkAction(
    @Key(value = "The link, as 'links:' writes it.", example = "s1 -- s2", names = "links")
        String link) {

  /** Breaks the cable. */
  public static Runnable fail(LinkAction action, World world) {
    return action.find(world)::fail;
  }

  /** Mends the cable. */
  public static Runnable repair(LinkAction action, World world) {
    return action.find(world)::repair;
  }

  private Link find(World world) {
    String name = link.strip().replaceAll("\\s+", " ");
    return world.require("link", name, Link.class, "link");
  }
}
