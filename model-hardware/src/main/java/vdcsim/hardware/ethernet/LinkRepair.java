package vdcsim.hardware.ethernet;

import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Shorthand;
import vdcsim.kernel.world.World;

/** What a scenario says about a cable that is mended. */
@Doc("A cable that is mended, whatever was wrong with it.")
@Shorthand("link")
public record LinkRepair(
    @Key(
            value = "The link, as 'links:' writes it, or its two ends in either order.",
            example = "s1 -- s2",
            names = "links")
        String link) {

  /** Mends the cable. */
  public static Runnable plan(LinkRepair repair, World world) {
    return CableSearch.find(repair.link, world)::repair;
  }
}
