/**
 * Machines that are written to a file, and go on from it.
 *
 * <h2>Modelled</h2>
 *
 * A machine stands still while its pages that hold data are written; then its host has its memory
 * back. It is restored where there is room, there or elsewhere, and stands still until all has been
 * read. A host that has not what its cards are attached to is refused before the run. What tools
 * and devices take comes on top, at both ends.
 *
 * <h2>Left out</h2>
 *
 * The disk on which the file lies, and others who use it; machines that go on while they are saved,
 * or before they are read.
 *
 * <h2>Source</h2>
 *
 * libvirt, {@code virsh save} and {@code restore}; F. Manco et al.: My VM is lighter (and safer)
 * than your container, SOSP 2017, 6.2: 128 ms and 550 ms under Xen, 30 ms and 20 ms under LightVM,
 * of a unikernel of 3.6 MB.
 *
 * <h2>Example</h2>
 *
 * {@code events: [{at: 1 s, save-vm: web}, {at: 9 s, restore-vm: {vm: web, on: h2}}]}
 */
package vdcsim.hypervisor.save;
