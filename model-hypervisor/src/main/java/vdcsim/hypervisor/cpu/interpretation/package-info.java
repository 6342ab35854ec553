/**
 * A complete software interpreter.
 *
 * <h2>Modelled</h2>
 *
 * Each instruction costs so many of the host's; no instruction runs directly, all have their right
 * effect.
 *
 * <h2>Left out</h2>
 *
 * What fault delivery, address translation and devices cost an interpreter: each instruction costs
 * the same.
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
