/**
 * Physical machines, as far as a network sees them: named network cards.
 *
 * <h2>Modelled</h2>
 *
 * Network cards with a rate, an address, an mtu and a transmit queue.
 *
 * <h2>Left out</h2>
 *
 * Cores, memory, buses: software on a host takes no time yet.
 *
 * <h2>Source</h2>
 *
 * Linux, {@code Documentation/networking}: a transmit queue of 1000 frames by default.
 *
 * <h2>Example</h2>
 *
 * {@code hosts: {h1: {nics: {eth0: 10 Gbps}}}}; library scenario {@code switch-learning}.
 */
package vdcsim.hardware.host;
