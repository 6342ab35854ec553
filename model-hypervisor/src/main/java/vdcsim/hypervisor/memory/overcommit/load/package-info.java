/**
 * The workload {@code memory-load}: a program in a guest that uses files and memory.
 *
 * <h2>Modelled</h2>
 *
 * Threads that use one page after the other, compute with it, and perhaps pause; a share of the
 * uses writes. Pages of files, which are in the guest's page cache or on its disk, and memory of
 * its own. Phases with working sets, which come again; uniform, sequential, hot and cold uses.
 *
 * <h2>Left out</h2>
 *
 * Files that grow and vanish; read-ahead; requests that come from outside.
 *
 * <h2>Source</h2>
 *
 * The program {@code dbench} of Tridgell, and the one that touches memory in Waldspurger 2002, 5.3.
 *
 * <h2>Example</h2>
 *
 * {@code workloads: {dbench: {type: memory-load, vm: a, files: 200 MiB, compute: 20 us, threads:
 * 40}}}; library scenario {@code idle-tax}.
 */
package vdcsim.hypervisor.memory.overcommit.load;
