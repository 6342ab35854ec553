/**
 * Processor sharing: the cores of a machine are divided among all tasks at once, each at a rate.
 *
 * <h2>Modelled</h2>
 *
 * Two levels, as of virtual machines on a host. Between {@link vdcsim.hardware.cpu.sharing.Share
 * shares} the cores are divided by weighted max-min fairness; a share never gets more cores than it
 * has virtual processors or threads. Within a share all threads progress alike, none faster than a
 * core. Only a change costs an event: there is no time step, and ends are exact to a nanosecond
 * that never adds up. An end costs the logarithm of the tasks in its share, and, if a core becomes
 * free by it, a look at each share of the machine; it costs nothing for other machines, however
 * many.
 *
 * <h2>Left out</h2>
 *
 * Turns, and so the waiting for one and the cost of switching: this is the limit of turns without
 * length. Nice values within a share; hardware threads, caches, placement: a core is as good as any
 * other.
 *
 * <h2>Source</h2>
 *
 * L. Kleinrock: Time-shared systems: a theoretical treatment, J. ACM 14 (1967), for the limit; A.
 * Parekh, R. Gallager: A generalized processor sharing approach to flow control, IEEE/ACM ToN 1
 * (1993), for weights and virtual time.
 *
 * <h2>Example</h2>
 *
 * {@code hosts: {h1: {cpu: {cores: 8, scheduler: processor-sharing}}}}; library scenario {@code
 * datacentre-scale}.
 */
package vdcsim.hardware.cpu.sharing;
