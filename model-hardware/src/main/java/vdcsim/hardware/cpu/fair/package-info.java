/**
 * The fair scheduler of Linux: CFS, and EEVDF, which follows it from 6.6 on.
 *
 * <h2>Modelled</h2>
 *
 * Weights by nice values and shares; groups in groups, whose shares are split over processors by
 * load; slices, latency, granularity and their growth with processors; placing of new and woken
 * tasks, lag, preemption by woken tasks, idle groups; turns that end at the tick; quotas with a
 * pool a group, slices of 5 ms a processor, debts, bursts, and a period that keeps its phase;
 * balancing between busy processors; yields, plain and to a certain task.
 *
 * <h2>Left out</h2>
 *
 * Delayed dequeueing (6.12); load averages, in whose place the present load stands; throttling at
 * the return to user mode (6.18), which ends a turn a little later.
 *
 * <h2>Source</h2>
 *
 * Linux 6.1 and 6.12, kernel/sched/fair.c, Documentation/scheduler/sched-bwc.rst; Stoica and
 * Abdel-Wahab, Earliest Eligible Virtual Deadline First, 1995.
 *
 * <h2>Example</h2>
 *
 * {@code cpu: {scheduler: cfs, groups: {a: {shares: 512, quota: 50 ms}}}}; library scenario {@code
 * cfs-shares-and-quota}.
 */
package vdcsim.hardware.cpu.fair;
