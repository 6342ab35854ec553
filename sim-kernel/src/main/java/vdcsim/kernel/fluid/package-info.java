/**
 * Activities that share resources fluidly: each gets a rate, all rates together are max-min fair,
 * and only a change of who takes part costs an event.
 *
 * <p>A {@link vdcsim.kernel.fluid.Resource} has a capacity in units per second; a {@link
 * vdcsim.kernel.fluid.Flow} has an amount of work in these units, a weight, a cap, and the
 * resources that it needs at once ({@link vdcsim.kernel.fluid.Demand}). Nothing here knows what the
 * units are: bytes over the links of a network, cycles of a core, bytes of a disk.
 *
 * <p>Rates follow from progressive filling (Bertsekas, Gallager: Data Networks, 1992, 6.5.2): the
 * rates of all flows rise together, each by its weight, until a resource is full or a cap is
 * reached; the flows that this holds back keep their rates, the others go on. A change is worked
 * off once an instant, and only for the flows and resources that can be reached from it over
 * resources that flows share.
 *
 * <p>Flows with the same demand and the same cap for each unit of weight always progress alike, so
 * they form a bundle with one clock of its own: virtual time, the work done for each unit of weight
 * (Parekh, Gallager 1993). A flow ends when that clock shows what it showed at its beginning plus
 * its work over its weight. So a bundle costs the solver one variable however many flows are in it,
 * and a completion costs the logarithm of their number.
 *
 * <p>Events come at whole nanoseconds, completions mostly between two of them. A bundle remembers
 * how much earlier than the event its clock stands, so that rounding never adds up.
 */
package vdcsim.kernel.fluid;
