/**
 * Instruction sets as data, and the theorems of Popek and Goldberg decided from them.
 *
 * <h2>Modelled</h2>
 *
 * For each instruction: whether it traps outside supervisor mode, why it is sensitive, whether in
 * user mode too, and what it does to the state that the model keeps. Theorem 1 (virtualizable), 2
 * (recursively) and 3 (by a hybrid monitor), with the offending instructions named.
 *
 * <h2>Left out</h2>
 *
 * Instructions that matter to none of this: of the innocuous ones, a few stand for all. Prefixes,
 * addressing forms, real mode and virtual-8086 mode. CPUID and RDTSC of IA-32 count as innocuous,
 * as Robin and Irvine class them.
 *
 * <h2>Source</h2>
 *
 * Popek and Goldberg 1974; Robin and Irvine, USENIX Security 2000; Intel SDM volume 3; RISC-V
 * privileged architecture 1.12.
 *
 * <h2>Example</h2>
 *
 * {@code workloads: {g: {type: guest-program, isa: x86}}}; library scenario {@code popek-goldberg}.
 */
package vdcsim.hypervisor.isa;
