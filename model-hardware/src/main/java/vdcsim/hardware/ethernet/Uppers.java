package vdcsim.hardware.ethernet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What software has made of a port: each frame that arrives goes to the first that takes it, and
 * else to whoever receives at the port itself.
 */
public final class Uppers {
  private final List<Upper> all = new ArrayList<>();
  private int early;

  Uppers() {}

  /** Asks {@code upper} from now on, behind those that are here. */
  public void add(Upper upper) {
    all.add(upper);
  }

  /** The same, but before all that were added by {@link #add}, and behind those by this. */
  public void addEarly(Upper upper) {
    all.add(early, upper);
    early++;
  }

  boolean take(Frame frame) {
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).take(frame)) {
        return true;
      }
    }
    return false;
  }

  /** What would become of a frame that arrives at the port now; nothing where it ends there. */
  public Optional<Upper.Onward> wouldTake(Frame frame) {
    return all.stream().flatMap(upper -> upper.wouldTake(frame).stream()).findFirst();
  }
}
