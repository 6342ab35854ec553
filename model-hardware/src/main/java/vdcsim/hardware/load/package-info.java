/**
 * The workloads {@code busy-loop} and {@code cpu-requests}: what keeps processors busy.
 *
 * <h2>Modelled</h2>
 *
 * Threads that compute without end; requests at an open pace, served in order by one thread.
 *
 * <h2>Left out</h2>
 *
 * What is computed: only the time that it takes counts.
 *
 * <h2>Source</h2>
 *
 * The programs {@code stress} and {@code rt-app}, which do the same on real machines.
 *
 * <h2>Example</h2>
 *
 * {@code workloads: {spin: {type: busy-loop, on: h1, group: a, threads: 4}}}; library scenario
 * {@code cfs-shares-and-quota}.
 */
package vdcsim.hardware.load;
