/**
 * The key {@code cpu} of hosts: processors, their scheduler, groups of tasks.
 *
 * <h2>Modelled</h2>
 *
 * Sockets, cores and hardware threads as logical processors of one clock; memory nodes; the choice
 * of a scheduler; groups with shares and quotas, in each other; what they used.
 *
 * <h2>Left out</h2>
 *
 * Caches that the cores of a socket share; nodes of unlike size or distance.
 *
 * <h2>Source</h2>
 *
 * Linux, control groups v1 and v2.
 *
 * <h2>Example</h2>
 *
 * {@code hosts: {h1: {cpu: {cores: 1, groups: {a: {shares: 512}, b: {shares: 256}}}}}}; library
 * scenario {@code cfs-shares-and-quota}.
 */
package vdcsim.hardware.machine;
