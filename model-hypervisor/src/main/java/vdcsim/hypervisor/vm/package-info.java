/**
 * Virtual machines as things with a life: where they are, and what they do.
 *
 * <h2>Modelled</h2>
 *
 * A machine is defined, booting, running, paused, saved, stopped, destroyed or crashed, and may be
 * migrating on top. It stands on a host with a hypervisor, which admits it if its memory and its
 * virtual processors fit beside those of the others, reservations for machines on their way
 * included; of several hosts it begins on the first with room. All hosts of a fabric can have
 * hypervisors. While it is paused its guest's clock stands still, or runs on, and what goes by it
 * waits: its connections, its cache of neighbours, pings and UDP streams. Its processors may be
 * throttled; how long they have run is what drives its writes.
 *
 * <h2>Left out</h2>
 *
 * That a destroyed machine is forgotten: its name stays taken. Guests' pauses and patience between
 * requests, DHCP leases and routing protocols go by the time of the run; what they send waits with
 * the cards.
 *
 * <h2>Source</h2>
 *
 * libvirt, the states of a domain.
 *
 * <h2>Example</h2>
 *
 * {@code hosts: {h1: {hypervisor: 64 GiB}}, vms: {web: {on: h1, memory: 4 GiB}}}; library scenario
 * {@code migration-precopy}.
 */
package vdcsim.hypervisor.vm;
