package vdcsim.hypervisor.memory.overcommit.tax;

/** What an idle page costs against one in use. */
public final class IdleTax {
  private final double idleCost;

  /**
   * A tax of this rate, from 0 to below 1: the part of its idle memory that may be taken from a
   * machine.
   */
  public IdleTax(double rate) {
    this.idleCost = 1 / (1 - rate);
  }

  /** How many times the price of an active page an idle one costs, k = 1 / (1 - rate). */
  public double idleCost() {
    return idleCost;
  }

  /** What a page costs in the mean: f + k (1 - f) for an active part f. */
  public double price(double active) {
    return active + idleCost * (1 - active);
  }

  /** Shares for a page at its price: who pays the least loses pages first. */
  public double sharesPerPage(Client client, long pages) {
    return pages == 0
        ? Double.POSITIVE_INFINITY
        : client.shares() / (pages * price(client.active()));
  }
}
