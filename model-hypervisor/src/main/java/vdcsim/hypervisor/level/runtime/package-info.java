/**
 * Virtualization at the level of the language: a managed runtime, as the Java virtual machine.
 *
 * <h2>Modelled</h2>
 *
 * Methods with counters of calls and of rounds of loops; an interpreter; a quick compiler whose
 * code counts on, and an optimizing one, each with a queue and threads of its own on the host's
 * processors, and with HotSpot's thresholds, which rise as the queue grows; a heap of two
 * generations, whose young one is collected when it is full by copying what lives, and whose old
 * one by marking and moving; the program stands meanwhile. So a warm-up curve, and in the end a
 * steady state.
 *
 * <h2>Left out</h2>
 *
 * Tiers 1 and 2; inlining; code that is thrown away; compiled code that replaces interpreted code
 * in the middle of a request; several threads of the program and of the collector; concurrent
 * collectors. How fast compiled code is, and compilers are, is assumed.
 *
 * <h2>Source</h2>
 *
 * HotSpot, compilationPolicy.hpp (predicates, feedback) and globals (thresholds); Ungar 1984.
 *
 * <h2>Example</h2>
 *
 * {@code workloads: {web: {type: managed-requests, on: h1, cpu: 1 ms, every: 20 ms}}}; library
 * scenario {@code managed-runtime-warmup}.
 */
package vdcsim.hypervisor.level.runtime;
