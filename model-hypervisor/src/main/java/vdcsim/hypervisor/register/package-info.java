/**
 * The workload {@code register-accesses}: what becomes of one access to a device, step by step.
 *
 * <h2>Modelled</h2>
 *
 * A driver in a guest that computes and touches a register, a port or memory; the register is the
 * device's own, or that of a model in the hypervisor's kernel or in a process; who works at each
 * instant.
 *
 * <h2>Left out</h2>
 *
 * What the device does upon the access.
 *
 * <h2>Source</h2>
 *
 * QEMU, docs/specs/pci-testdev.txt, a device of the same kind.
 *
 * <h2>Example</h2>
 *
 * {@code workloads: {driver: {type: register-accesses, on: h1, handling: kernel}}}; library
 * scenario {@code device-model-exits}.
 */
package vdcsim.hypervisor.register;
