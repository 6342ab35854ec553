/**
 * Guests that run a program, as a workload of a host.
 *
 * <h2>Modelled</h2>
 *
 * Programs as phases, from a mix of operations, a mix by name or a trace of instructions; the
 * technique by name; the cycles on a task of the host, and a pause after a phase; programs whose
 * native run times were published, with counts as {@code docs/validation.md} says; what a monitor
 * takes of the cache at a context switch; the properties of Popek and Goldberg on the running
 * model: fidelity, the share that runs directly, safety.
 *
 * <h2>Left out</h2>
 *
 * More than one virtual processor; interrupts; where an exit goes in monitors of type 1 and 2.
 * Exits within a phase have no instants of their own: a phase computes as one piece, and short ones
 * together in pieces of a millisecond. The mixes without a prefix are for teaching, and fitted to
 * nothing.
 *
 * <h2>Source</h2>
 *
 * Popek and Goldberg 1974; Adams and Agesen, ASPLOS 2006.
 *
 * <h2>Example</h2>
 *
 * {@code workloads: {g: {type: guest-program, on: h1, technique: binary-translation, phases: [{mix:
 * {system-call: 1}, repeat: 1000}]}}}; library scenario {@code popek-goldberg}.
 */
package vdcsim.hypervisor.cpu.guest;
