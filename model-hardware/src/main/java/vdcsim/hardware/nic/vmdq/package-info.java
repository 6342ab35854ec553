/**
 * VMDq: queues of a card that it sorts by machine.
 *
 * <h2>Modelled</h2>
 *
 * The card sorts frames by address and VLAN into as many queues as it has for machines, takes the
 * VLAN's tag out of what it receives, and puts it on what they send. A queue is behind the whole
 * card of a machine (model {@code vmdq}): a thread a queue copies every frame in and out, and one
 * thread sorts and copies the rest. Or it is below a macvtap, behind which any card model copies:
 * the look-up of the address is what it saves. The card sends from all queues in turn.
 *
 * <h2>Left out</h2>
 *
 * Frames from machine to machine on one host, which such a card sends to the line; copies of
 * broadcasts by the card; of model {@code vmdq}, the interrupt of the machine itself.
 *
 * <h2>Source</h2>
 *
 * Intel, VMDq technology; VMware, NetQueue; Intel 82598 data sheet; Dong et al., HPCA 2010, V.D.
 *
 * <h2>Example</h2>
 *
 * {@code hosts: {h1: {nic-hardware: {eth0: {vmdq: 4}}}}}, {@code vms: {v1: {nics: {eth0: {model:
 * vmdq, attach: eth0}}}}}; library scenario {@code vmdq}.
 */
package vdcsim.hardware.nic.vmdq;
