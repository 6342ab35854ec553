/**
 * The workload {@code task-batch}: many tasks on many machines, for questions of a whole data
 * centre.
 *
 * <h2>Modelled</h2>
 *
 * Tasks of a number of instructions, by a distribution, with one thread or several that end
 * together; they come all at once or one by one, and go to the machines in turn. A machine runs all
 * of its tasks at once, each thread at the same rate, never more than a core each.
 *
 * <h2>Left out</h2>
 *
 * What is computed: only cycles count, and an instruction takes as many as the scenario says. Files
 * that a task reads and writes, its memory. A choice of the machine by its load.
 *
 * <h2>Source</h2>
 *
 * CloudSim Plus 8.5.5, {@code CloudletSchedulerTimeShared}: the workload on which simulators of
 * clouds
 *
 * <h2>Example</h2>
 *
 * {@code workloads: {jobs: {type: task-batch, on: "vm*", count: 1000, instructions: 20e9}}};
 * library scenario {@code datacentre-scale}.
 */
package vdcsim.hypervisor.batch;
