/**
 * Ethernet at layer 1 and the framing of layer 2: ports, frames, cables, hubs.
 *
 * <p>Everything that has an Ethernet end is an {@link vdcsim.hardware.ethernet.EthernetPort}: a
 * network card, a switch port, later a virtual function or a tap. A port has a queue before its
 * transmitter, and is plugged into a {@link vdcsim.hardware.ethernet.Medium}: a full-duplex {@link
 * vdcsim.hardware.ethernet.Link}, or the shared {@link vdcsim.hardware.ethernet.CollisionDomain} of
 * hubs.
 *
 * <h2>Modelled</h2>
 *
 * Rate, exact over any number of frames; propagation delay; preamble, header, check sequence,
 * padding to 64 bytes and the inter-frame gap; drop-tail queues limited in frames and in bytes; an
 * mtu at both ends; damaged frames by a bit-error rate, which the receiver discards; carrier; links
 * that fail, silently or one way as well, and are mended; devices that are switched off; hubs.
 *
 * <h2>Left out</h2>
 *
 * Collisions: a hub's stations take turns in the order in which they ask. Auto-negotiation, pause
 * frames, error bursts.
 *
 * <h2>Source</h2>
 *
 * IEEE 802.3-2018: 3.1.1 (frame), 3.2.8 (padding), 4.4.2 (64 bytes least, inter-packet gap of 96
 * bits).
 *
 * <h2>Example</h2>
 *
 * {@code links: [ "h1.eth0 -- s1" ]}; library scenarios {@code frame-size-throughput} and {@code
 * queue-and-loss}.
 */
package vdcsim.hardware.ethernet;
