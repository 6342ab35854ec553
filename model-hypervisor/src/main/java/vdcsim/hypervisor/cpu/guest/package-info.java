/**
 * Guests that run a program, as a workload of a host.
 *
 * <h2>Modelled</h2>
 *
 * Programs as phases, from a mix of operations, a mix by name or a trace of instructions, said in
 * the scenario or in a file beside it; the technique by name; the cycles on a task of the host, and
 * a pause after a phase; programs whose native run times were published, with counts as {@code
 * docs/validation.md} says; what a monitor takes of the cache at a context switch; the properties
 * of Popek and Goldberg on the running model: fidelity, the share that runs directly, safety.
 *
 * <p>Where the guest has {@code memory}, its kernel keeps page tables, and page faults, updates of
 * page tables and switches of the address space are carried out there one by one, in the way of
 * paging that the technique has: shadowed under translation and trap-and-emulate, direct under Xen,
 * shadowed or nested under hardware assistance. What comes of them (true and hidden faults, watched
 * writes, requests, walks) is what the technique is charged with, instead of a fixed cost. Exact is
 * what was measured of a single event; the counts are the model's.
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
