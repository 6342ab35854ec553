/**
 * Gives the network cards of a virtual machine the models that it says: the one place that knows
 * all of them.
 *
 * <h2>Modelled</h2>
 *
 * A machine whose host has processors gets virtual processors for its drivers, and its cards their
 * models; where the host says nothing of its processors every card is an ideal one.
 *
 * <h2>Left out</h2>
 *
 * Cards that are plugged in while the machine runs.
 *
 * <h2>Source</h2>
 *
 * QEMU, options {@code -device} and {@code -netdev}.
 *
 * <h2>Example</h2>
 *
 * Library scenario {@code nic-virtualization}.
 */
package vdcsim.hypervisor.vnic.fitting;
