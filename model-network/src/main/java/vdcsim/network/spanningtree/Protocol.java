package vdcsim.network.spanningtree;

import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Refusal;

/** Which spanning tree protocol a bridge speaks, and what its numbers may be. */
public enum Protocol {
  @Doc("none, so that a loop storms")
  NONE(1, 4, 65_535, PathCosts.IEEE_1998),

  @Doc("the spanning tree protocol of IEEE 802.1D-1998, clause 8, as Linux has it")
  STP(1, 4, 65_535, PathCosts.IEEE_1998),

  @Doc("the rapid spanning tree protocol of IEEE 802.1D-2004, clause 17")
  RSTP(4096, 16, 200_000_000, PathCosts.IEEE_2004);

  private static final int MOST_PRIORITY = 65_535;
  private static final int MOST_PORT_PRIORITY = 255;

  private final int priorityStep;
  private final int portPriorityStep;
  private final int mostCost;
  private final PathCosts pathCosts;

  Protocol(int priorityStep, int portPriorityStep, int mostCost, PathCosts pathCosts) {
    this.priorityStep = priorityStep;
    this.portPriorityStep = portPriorityStep;
    this.mostCost = mostCost;
    this.pathCosts = pathCosts;
  }

  /** The costs that its standard recommends. */
  public PathCosts pathCosts() {
    return pathCosts;
  }

  /**
   * How many low bits of a port identifier hold the port's number: 10 in the Linux bridge, 12 in
   * IEEE 802.1D-2004, 9.2.7.
   */
  public int numberBits() {
    return 8 + Integer.numberOfTrailingZeros(portPriorityStep);
  }

  /** The highest number of a port that takes part. */
  public int mostPorts() {
    return (1 << numberBits()) - 1;
  }

  /**
   * Refuses what is no bridge priority.
   *
   * @param key the key whose value it is
   */
  public void checkPriority(String key, int priority) {
    check(key, "a bridge priority", priority, MOST_PRIORITY, priorityStep);
  }

  /** Refuses what is no port priority. */
  public void checkPortPriority(String key, int priority) {
    check(key, "a port priority", priority, MOST_PORT_PRIORITY, portPriorityStep);
  }

  private void check(String key, String what, int value, int most, int step) {
    if (value < 0 || value > most || value % step != 0) {
      String steps = step == 1 ? "" : " in steps of " + step;
      throw new Refusal(
          key,
          "%s of %s lies from 0 to %d%s, was %d"
              .formatted(what, this, most - most % step, steps, value));
    }
  }

  /** Refuses what is no path cost. */
  public void checkCost(String key, int cost) {
    if (cost < 1 || cost > mostCost) {
      throw new Refusal(
          key, "a path cost of %s lies from 1 to %d, was %d".formatted(this, mostCost, cost));
    }
  }
}
