/**
 * Programs that compute and call their system, as a workload of a host, at a level of
 * virtualization.
 *
 * <h2>Modelled</h2>
 *
 * One program, the same for every level: phases of calls and computing, repeated. Its guest is
 * started first, then it runs, on a task of the host; what its cycles went to, what memory its
 * guest takes, what the guest has to itself.
 *
 * <h2>Left out</h2>
 *
 * Programs with several threads; waiting for devices; calls that fail at a level.
 *
 * <h2>Source</h2>
 *
 * Smith and Nair, 2005; lmbench in Barham et al., SOSP 2003.
 *
 * <h2>Example</h2>
 *
 * {@code workloads: {p: {type: program, on: h1, level: os, phases: [{calls: {stat: 10}, repeat:
 * 1000}]}}}; library scenario {@code levels-of-virtualization}.
 */
package vdcsim.hypervisor.level.program;
