/**
 * SR-IOV: a card that shows virtual functions beside itself, one for each of several machines.
 *
 * <h2>Modelled</h2>
 *
 * Functions up to the card's limit, each with rings and interrupts of its own; the mailbox through
 * which the host's driver gives a function its address, or refuses another; the switch within, by
 * address and VLAN, which learns nothing; frames between functions, which cross the link twice, one
 * at a time; the check of sources, a VLAN and a rate that the host sets; functions send in turn.
 *
 * <h2>Left out</h2>
 *
 * VLANs of a machine's own on a function; addresses of groups other than all; mirroring.
 *
 * <h2>Source</h2>
 *
 * PCI-SIG, Single Root I/O Virtualization 1.1; Intel 82576 data sheet, 7.10; Dong et al., HPCA
 * 2010.
 *
 * <h2>Example</h2>
 *
 * {@code hosts: {h1: {nic-hardware: {eth0: {virtual-functions: 7}}}}}, {@code vms: {v1: {nics:
 * {eth0: {model: sriov, attach: eth0}}}}}; library scenario {@code sriov-scaling}.
 */
package vdcsim.hardware.nic.sriov;
