/**
 * Swapping by the host, without the guest's help.
 *
 * <h2>Modelled</h2>
 *
 * A swap file with places; disks that serve one request after the other, at an access time and a
 * rate. Pages are chosen at random, since the host does not know which ones the guest needs; they
 * are written in groups, and read one at a time, when the guest touches them; meanwhile the virtual
 * processor stands still.
 *
 * <h2>Left out</h2>
 *
 * Pages that are still good in the file and need no second write; read-ahead; the disk's own cache
 * and the order in which it serves; compression; swapping to flash.
 *
 * <h2>Source</h2>
 *
 * C. A. Waldspurger: Memory Resource Management in VMware ESX Server, OSDI 2002, 3.3.
 *
 * <h2>Example</h2>
 *
 * {@code hosts: {h1: {hypervisor: 512 MiB, overcommit: {methods: swap, swap: {access: 5 ms, disks:
 * 2}}}}}; library scenario {@code memory-overcommit}.
 */
package vdcsim.hypervisor.memory.overcommit.swap;
