/**
 * Operating-system-level virtualization at its simplest: Linux-VServer, OpenVZ, Zones, LXC.
 *
 * <h2>Modelled</h2>
 *
 * One kernel, which no call leaves: a look into the guest's own tables for each system call, and a
 * layer of a loopback file system for each part of a path name. Making a guest makes its namespaces
 * and mounts. What a guest has to itself: memory, files, processes, network.
 *
 * <h2>Left out</h2>
 *
 * Control groups, which {@code hosts.cpu.groups} has; images and copy-on-write; virtual network
 * cards, and with them what OpenVZ's cost in 2008.
 *
 * <h2>Source</h2>
 *
 * Price and Tucker, LISA 2004; Soltesz et al., EuroSys 2007; Linux, namespaces(7).
 *
 * <h2>Example</h2>
 *
 * {@code workloads: {p: {type: program, on: h1, level: os, phases: [{calls: {stat: 10}}]}}};
 * library scenario {@code levels-of-virtualization}.
 */
package vdcsim.hypervisor.level.os;
