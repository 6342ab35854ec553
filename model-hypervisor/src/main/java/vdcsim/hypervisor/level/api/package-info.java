/**
 * Virtualization at the level of the programming interface: POSIX on Windows, as Cygwin.
 *
 * <h2>Modelled</h2>
 *
 * Each call of POSIX as calls of Windows, from a table that comes with the program: entries into
 * its kernel, context switches, page faults and work. Fork makes a process of the program's file,
 * starts the library in it, and copies what the parent may write, page by page; parent and child
 * wait for each other three times. What is a table in the library costs no entry, so that the null
 * call is cheaper than on Linux.
 *
 * <h2>Left out</h2>
 *
 * A failing fork, where a library lies at another address in the child; the registry; terminals;
 * servers of Windows other than by their context switches.
 *
 * <h2>Source</h2>
 *
 * Cygwin User's Guide and its highlights (process creation); the counts are read from what it does
 * and are not measured: no table of figures was found, and none is tested but the order of
 * magnitude of fork.
 *
 * <h2>Example</h2>
 *
 * {@code workloads: {p: {type: program, on: h1, level: api, phases: [{calls: {fork: 1}}]}}};
 * library scenario {@code levels-of-virtualization}.
 */
package vdcsim.hypervisor.level.api;
