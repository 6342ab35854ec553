/**
 * Execution contexts: where software runs, and waits for a processor.
 *
 * <h2>Modelled</h2>
 *
 * Logical processors that run one task at a time; tasks that wait, are ready, run, and are
 * preempted; work in cycles, done in the order in which it was asked for; context switches that
 * take time; placement at waking, and an idle processor that takes work from a busy one; steal
 * time; interrupts above tasks. States of idleness, some of a core, some of a whole socket; how
 * long a processor will sleep it is taken to know. Hardware threads: two busy ones of a core are
 * each slower than one alone. Memory nodes: a task whose memory lies on another node waits longer
 * for it. Virtual processors, which stand still while they have no real one. The rule by which
 * tasks take turns is a {@link vdcsim.hardware.cpu.Scheduler}.
 *
 * <h2>Left out</h2>
 *
 * Caches and their warming; that some mixes of work share a core better than others; frequency
 * scaling; balancing by mean load in place of the present one, and of running tasks from a core
 * with two busy threads to one with none; memory that moves to the node that uses it, and bandwidth
 * of memory; the governor that guesses how long a processor will sleep.
 *
 * <h2>Source</h2>
 *
 * Linux 6.12, kernel/sched/core.c and fair.c; Marr et al., Hyper-Threading Technology Architecture
 * and Microarchitecture, Intel Technology Journal 6(1), 2002; Molka et al., Memory Performance and
 * Cache Coherency Effects on an Intel Nehalem Multiprocessor System, PACT 2009.
 *
 * <h2>Example</h2>
 *
 * {@code hosts: {h1: {cpu: {cores: 4, clock: 2.4 GHz}}}}; library scenario {@code
 * cfs-shares-and-quota}.
 */
package vdcsim.hardware.cpu;
