/**
 * Xen's second credit scheduler: one queue for the processors of a socket, ordered by credit.
 *
 * <h2>Modelled</h2>
 *
 * Credit that is burnt by weight, the heaviest at a nanosecond for a nanosecond, and reset for all
 * of a queue when the next one has none, with a carry-over; a turn until the credit of the one that
 * waits is reached, at least 0.5 ms and the rate limit, at most 10 ms; waking on an idle processor,
 * of an idle core first, else where the least credit runs; resistance to moving between processors,
 * and what is given for it; queues per processor, core, socket, node or one for all; load as a
 * decaying average of about a second, and balancing between queues at each reset, by pushing,
 * pulling or swapping; caps as budgets of 10 ms, from which virtual processors take shares, parking
 * and unparking; yields.
 *
 * <h2>Left out</h2>
 *
 * Soft affinity; changing weights and caps while running; time in interrupts, which the one that
 * was interrupted pays, as in Xen.
 *
 * <h2>Source</h2>
 *
 * Xen 4.16, xen/common/sched/credit2.c.
 *
 * <h2>Example</h2>
 *
 * {@code cpu: {scheduler: credit2, groups: {web: {weight: 512, cap: 50}}}}; library scenario {@code
 * credit-scheduler}.
 */
package vdcsim.hardware.cpu.credit2;
