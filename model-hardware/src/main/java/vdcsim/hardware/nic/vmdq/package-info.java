/**
 * VMDq: queues of a card that it sorts by machine.
 *
 * <h2>Modelled</h2>
 *
 * The card sorts frames by address into as many queues as it has for machines, each served by a
 * processor and a thread of its own; the rest goes to the host's queue, and one thread sorts it. A
 * thread copies every frame into its machine and out of it. The card sends from all queues in turn.
 *
 * <h2>Left out</h2>
 *
 * VLANs of machines; frames from machine to machine on one host, which such a card sends to the
 * line; the interrupt of the machine itself.
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
