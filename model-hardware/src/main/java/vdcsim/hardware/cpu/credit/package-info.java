/**
 * The credit scheduler of Xen.
 *
 * <h2>Modelled</h2>
 *
 * Credit that is handed out every 30 ms by weight, within caps, the rest to others; classes BOOST,
 * UNDER and OVER; ticks of 10 ms; the rate limit of 1 ms; another length of the turn, by which
 * accounting and ticks go, and another limit; parking at the cap; a processor that looks elsewhere
 * for somebody with credit before it runs somebody without; yields.
 *
 * <h2>Left out</h2>
 *
 * Preferences for processors near the last one; boosts that migrate (csched_tickle_idlers).
 *
 * <h2>Source</h2>
 *
 * Xen 4.17, xen/common/sched/credit.c.
 *
 * <h2>Example</h2>
 *
 * {@code cpu: {scheduler: credit, credit: {slice: 5 ms}, groups: {web: {weight: 512, cap: 50}}}};
 * library scenario {@code credit-scheduler}.
 */
package vdcsim.hardware.cpu.credit;
