package vdcsim.hardware.ethernet;

import java.util.Optional;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Shorthand;
import vdcsim.kernel.world.World;

/** What a scenario says about a cable that fails. */
@Doc("A cable that fails.")
@Shorthand("link")
public record LinkFailure(
    @Key(
            value = "The link, as 'links:' writes it, or its two ends in either order.",
            example = "s1 -- s2",
            names = "links")
        String link,
    @Key(
            value = "Whether carrier stays, so that neither end is told.",
            fallback = "false",
            source = "a cable that is pulled out takes carrier away at both ends")
        boolean silently,
    @Key(
            value = "The end that hears nothing more, if the other still does; carrier stays.",
            example = "s2")
        Optional<String> towards) {

  /** Breaks the cable. */
  public static Runnable plan(LinkFailure failure, World world) {
    Cable cable = CableSearch.find(failure.link, world);
    if (failure.towards.isPresent()) {
      String end = CableSearch.end(cable, failure.towards.get());
      return () -> cable.failTowards(end);
    }
    return failure.silently ? cable::failSilently : cable::fail;
  }
}
