/**
 * From the bytes of a frame back to what it is: the reverse of every encoder.
 *
 * <h2>Modelled</h2>
 *
 * Customer and service tags; by EtherType ARP, IPv4 with ICMP echo, OSPF and, in UDP, RIP and DHCP,
 * the streams of {@link vdcsim.network.stream}; by LLC the BPDUs of spanning tree. Checksums are
 * checked, padding is left out.
 *
 * <h2>Left out</h2>
 *
 * What holds a part of a packet only: fragments, and the errors of ICMP. What no model sends: other
 * protocols, IP options, SNAP.
 *
 * <h2>Source</h2>
 *
 * IEEE 802.3-2018, 3.2.6 (length or type); IEEE 802.1Q-2018, 9.3 (tags); IEEE 802.2 (LLC); RFC 791,
 * 826, 792, 768, 2453, 2131.
 *
 * <h2>Example</h2>
 *
 * {@code FrameDecoder.decode(frame.encode())} is the frame again, whatever it carries.
 */
package vdcsim.network.wire;
