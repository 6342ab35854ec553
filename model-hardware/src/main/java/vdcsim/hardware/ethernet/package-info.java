/**
 * Ethernet at layer 1 and the framing of layer 2: ports, frames, cables, hubs, buses.
 *
 * <p>Everything that has an Ethernet end is an {@link vdcsim.hardware.ethernet.EthernetPort}: a
 * network card, a switch port, later a virtual function or a tap. A port has a queue before its
 * transmitter, and is plugged into a medium: a full-duplex {@link vdcsim.hardware.ethernet.Link},
 * or, half duplex, the medium that it shares with others.
 *
 * <p>Half duplex: each station has a MAC of its own, {@code CsmaCd}, which senses, defers, collides
 * and backs off; a {@code CollisionDomain} carries the beginning and the end of its signal to every
 * other station, over the tree of {@link vdcsim.hardware.ethernet.Segment}s (hubs and buses) and
 * {@code SharedCable}s between them.
 *
 * <h2>Modelled</h2>
 *
 * Rate, exact over any number of frames; propagation delay; preamble, header, check sequence,
 * padding to 64 bytes and the inter-frame gap; drop-tail queues limited in frames and in bytes; an
 * mtu at both ends; damaged frames by a bit-error rate, which the receiver discards; carrier; links
 * that fail, silently or one way as well, and are mended; devices that are switched off.
 *
 * <p>CSMA/CD: carrier sense as each station hears it, deference with the gap in two parts,
 * collisions, preamble and jam completed, truncated binary exponential back-off, 16 attempts, late
 * collisions and those that nobody notices, fragments; hubs with latency, buses with stations at
 * places, half-duplex links. Capture of the medium and unfairness follow from these.
 *
 * <h2>Left out</h2>
 *
 * Auto-negotiation, pause frames, error bursts, bit errors on shared media, jabber and partition in
 * repeaters (one only passes signals on), carrier extension of half-duplex gigabit, loss along
 * cables. A cable of a shared medium that breaks or is mended cuts off all that is on that medium.
 *
 * <h2>Source</h2>
 *
 * IEEE 802.3-2018: 3.1.1 (frame), 3.2.8 (padding), 4.2.3.2 and 4.2.8 (CSMA/CD), 4.4.2 (64 bytes
 * least, inter-packet gap of 96 bits, slot of 512 bits, jam of 32 bits, 16 attempts), 8 (10BASE5),
 * 27 (repeaters). D. R. Boggs, J. C. Mogul, C. A. Kent: Measured capacity of an Ethernet, SIGCOMM
 * 1988.
 *
 * <h2>Example</h2>
 *
 * {@code links: [ "h1.eth0 -- s1", "h[2..9] -- bus" ]}; library scenarios {@code
 * frame-size-throughput}, {@code queue-and-loss} and {@code hub-vs-switch}.
 */
package vdcsim.hardware.ethernet;
