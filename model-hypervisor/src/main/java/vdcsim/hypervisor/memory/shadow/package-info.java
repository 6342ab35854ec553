/**
 * Shadow page tables.
 *
 * <h2>Modelled</h2>
 *
 * A shadow of each page of the guest's tables, made when a fault needs it; writes to a shadowed
 * page lead to an exit, and the shadow follows; hidden faults fill it, true ones go to the guest;
 * the guest's accessed and dirty bits; loads of CR3 and invalidations lead to exits; large pages of
 * the guest in parts where the host's frames lie scattered. As an option, pages of the lowest level
 * that go out of sync.
 *
 * <h2>Left out</h2>
 *
 * Guessing which faults will come; giving up shadows for want of memory; more than one exit when a
 * page of a table is dismantled: the monitor is taken to see it at the first.
 *
 * <h2>Source</h2>
 *
 * Adams and Agesen, ASPLOS 2006, 2.4 and 3.3; Linux, Documentation/virt/kvm/mmu.txt.
 *
 * <h2>Example</h2>
 *
 * {@code paging: shadow, out-of-sync: true}.
 */
package vdcsim.hypervisor.memory.shadow;
