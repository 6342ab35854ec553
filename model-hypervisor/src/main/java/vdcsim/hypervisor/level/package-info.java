/**
 * What the levels of virtualization have in common: a program's calls, and what becomes of them.
 *
 * <h2>Modelled</h2>
 *
 * The calls of lmbench with their costs on Linux, and what happens in each: entries into the
 * kernel, path names, page faults, context switches, new processes, interrupts switched off, and
 * accesses of the kernel to the program's memory. A level says what each of these becomes, and what
 * a guest needs to start, what memory it takes, and what it has to itself. Each level is a package
 * below this one.
 *
 * <h2>Left out</h2>
 *
 * How the calls of a program depend on each other; waiting for devices.
 *
 * <h2>Source</h2>
 *
 * Smith and Nair, 2005, for the levels; lmbench in Barham et al., SOSP 2003, tables 3 to 5.
 *
 * <h2>Example</h2>
 *
 * Library scenario {@code levels-of-virtualization}.
 */
package vdcsim.hypervisor.level;
