package vdcsim.hardware.cpu.sharing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vdcsim.kernel.quantity.Frequency;

/**
 * The cores of a machine, of which each group of tasks gets its part at once, weighted max-min
 * fair: what all want if there is enough, else in proportion to their weights, and what one does
 * not want goes to the others.
 *
 * <p>A task that ends in a share with more threads than cores changes nothing for other shares; one
 * that leaves a core free costs a look at each share of this machine.
 */
public final class SharedCores {
  /** What a share gets while nobody knows yet. */
  private static final double OPEN = -1;

  /** Until the shares first want more than there is: 16 bytes less a host. */
  private static final double[] NO_NEXT = {};

  private final int count;
  private final Frequency clock;

  /** Made for none, so that it grows by one first: ten places at once are too many for a host. */
  private final List<Share> shares = new ArrayList<>(0);

  /** What each share shall be given, while that is found out. */
  private double[] next = NO_NEXT;

  private double coreSecondsOfGone;

  /** One for all its shares. */
  private final Optional<SharedCores> itself = Optional.of(this);

  /** So many cores of this clock. */
  public SharedCores(int count, Frequency clock) {
    this.count = count;
    this.clock = clock;
  }

  /** How many cores there are. */
  public int count() {
    return count;
  }

  /** Cycles a second of each. */
  public double hertz() {
    return clock.hertz();
  }

  /** Processor time that was given so far, in seconds of a core. */
  public double coreSeconds() {
    double sum = coreSecondsOfGone;
    for (Share share : shares) {
      sum += share.coreSeconds();
    }
    return sum;
  }

  Optional<SharedCores> itself() {
    return itself;
  }

  void join(Share share) {
    coreSecondsOfGone -= share.coreSeconds();
    shares.add(share);
    share(0);
  }

  void leave(Share share) {
    coreSecondsOfGone += share.coreSeconds();
    shares.remove(share);
    share(0);
  }

  /** Finds what each share gets, as of {@code agoNs} before this instant. */
  void share(double agoNs) {
    double wanted = 0;
    for (int i = 0; i < shares.size(); i++) {
      wanted += shares.get(i).demand();
    }
    if (wanted > count) {
      fill();
    }
    for (int i = 0; i < shares.size(); i++) {
      Share share = shares.get(i);
      share.give(wanted > count ? next[i] : share.demand(), agoNs);
    }
  }

  /**
   * Progressive filling (Bertsekas, Gallager: Data Networks, 1992, 6.5.2): whoever wants less than
   * its part by weight is content, and the rest is divided among the others, until nobody is.
   */
  private void fill() {
    if (next.length < shares.size()) {
      next = new double[shares.size()];
    }
    Arrays.fill(next, OPEN);
    double left = count;
    double weight = 0;
    for (int i = 0; i < shares.size(); i++) {
      weight += shares.get(i).weight();
    }
    boolean again = true;
    while (again) {
      again = false;
      double level = left / weight;
      for (int i = 0; i < shares.size(); i++) {
        Share share = shares.get(i);
        if (next[i] == OPEN && share.demand() <= level * share.weight()) {
          next[i] = share.demand();
          left -= share.demand();
          weight -= share.weight();
          again = true;
        }
      }
    }
    for (int i = 0; i < shares.size(); i++) {
      if (next[i] == OPEN) {
        next[i] = left / weight * shares.get(i).weight();
      }
    }
  }
}
