/**
 * Where an exit goes, and what each step of its way costs: monitors of type 1 and 2, and with a
 * driver domain.
 *
 * <h2>Modelled</h2>
 *
 * The way of an exit as steps over execution contexts of the host: out of the guest, a world
 * switch, an event to the driver domain, the crossing between kernel and process, the device's
 * work, and back. The driver domain's virtual processor and the thread for posted work are tasks
 * that the host's scheduler must give a processor to, so that load on the host delays an exit.
 * Accesses that the guest waits for, and posted ones, as a kick of a virtqueue; interrupts. A
 * stream of packets through a card that the monitor emulates, with what a hosted monitor does to
 * leave its world less often: ports that it answers itself, packets that wait for the next
 * interrupt, a notification in memory. What each part costs is that of {@code hypervisor.io}.
 *
 * <h2>Left out</h2>
 *
 * More than one virtual processor of the driver domain, and more than one thread for posted work;
 * the processes of a bare-metal hypervisor, whose devices are all in its kernel; polling; what the
 * caches lose at each switch. Of a stream: TCP beside its window and acknowledgements; loss; the
 * disk of a hosted monitor.
 *
 * <h2>Source</h2>
 *
 * Goldberg 1973 for the types; Sugerman et al., USENIX ATC 2001 (world switch, packets); Barham et
 * al., SOSP 2003 (event channels); Dall et al., ISCA 2016; kvm-unit-tests, vmexit.
 *
 * <h2>Example</h2>
 *
 * {@code hosts: {h1: {cpu: {}, vmm: driver-domain}}, workloads: {g: {type: device-accesses, on: h1,
 * compute: 20 us}}}; library scenarios {@code type1-vs-type2}, {@code hosted-network}.
 */
package vdcsim.hypervisor.vmm;
