/**
 * Captures: what passes a link, as a pcapng file that Wireshark and tshark open.
 *
 * <h2>Modelled</h2>
 *
 * One file a link, one interface a file: the port at the link's end that is named first. Every
 * frame that this port puts on the wire or receives from it is written once, with its direction and
 * its instant in nanoseconds: a frame sent bears the instant at which it starts to go out, a frame
 * received the one at which its last bit is there. Frames stand without preamble and check
 * sequence, as network cards hand them over. Time counts from the start of the simulation, so the
 * first second is that of 1970-01-01 00:00:00 UTC. The same run writes the same bytes.
 *
 * <h2>Left out</h2>
 *
 * Frames that are lost before they reach the port, as at a real card; collisions. Past a size a
 * file takes no more frames; the result says how many are left out.
 *
 * <h2>Source</h2>
 *
 * IETF draft-ietf-opsawg-pcapng (PCAP Next Generation capture file format), sections 3 and 4.
 *
 * <h2>Example</h2>
 *
 * {@code vdcsim run stp-triangle --capture 's1 -- s2'} writes {@code
 * out/stp-triangle/captures/s1--s2.pcapng}.
 */
package vdcsim.scenario.capture;
