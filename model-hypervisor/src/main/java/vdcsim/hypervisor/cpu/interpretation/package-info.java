/**
 * A complete software interpreter.
 *
 * <h2>Modelled</h2>
 *
 * Each operation takes so many times what it takes the processor; no instruction runs directly, all
 * have their right effect.
 *
 * <h2>Left out</h2>
 *
 * Differences between instructions: what the processor does in many steps, as delivering a fault,
 * may cost an interpreter less than that.
 *
 * <h2>Source</h2>
 *
 * Maffione, thesis, Pisa 2012, chapter 1: 30 to 100, typically 40 instructions.
 *
 * <h2>Example</h2>
 *
 * {@code technique: interpretation}; library scenario {@code popek-goldberg}.
 */
package vdcsim.hypervisor.cpu.interpretation;
