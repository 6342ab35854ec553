/**
 * Execution contexts: where software runs, and waits for a processor.
 *
 * <h2>Modelled</h2>
 *
 * Logical processors that run one task at a time; tasks that wait, are ready, run, and are
 * preempted; work in cycles, done in the order in which it was asked for; context switches that
 * take time; placement at waking, and an idle processor that takes work from a busy one; steal
 * time. The rule by which tasks take turns is a {@link vdcsim.hardware.cpu.Scheduler}.
 *
 * <h2>Left out</h2>
 *
 * Caches and their warming; hardware threads that slow each other; frequency scaling; balancing
 * between processors none of which is idle.
 *
 * <h2>Source</h2>
 *
 * Linux 6.12, kernel/sched/core.c and fair.c.
 *
 * <h2>Example</h2>
 *
 * {@code hosts: {h1: {cpu: {cores: 4, clock: 2.4 GHz}}}}; library scenario {@code
 * cfs-shares-and-quota}.
 */
package vdcsim.hardware.cpu;
