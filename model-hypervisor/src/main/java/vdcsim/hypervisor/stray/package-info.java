/**
 * Stray requests: a driver in a machine that writes wrong things into the device that the machine
 * holds, by a mistake or on purpose.
 *
 * <h2>Modelled</h2>
 *
 * Descriptors whose addresses are another machine's, or the host's own: the device writes received
 * frames there, or sends what it reads there. Messages for vectors of others, in the format that
 * names a processor and a vector. What becomes of them is {@code hardware.iommu}'s.
 *
 * <h2>Left out</h2>
 *
 * What a machine does whose memory was overwritten: it is counted, and the machine goes on. Frames
 * that are sent with another's memory in them are counted, and not sent.
 *
 * <h2>Source</h2>
 *
 * Wojtczuk, Rutkowska and Tereshkin, Another Way to Circumvent Intel Trusted Execution Technology,
 * 2009; Wojtczuk and Rutkowska, Following the White Rabbit: Software attacks against Intel VT-d,
 * 2011; Linux, {@code drivers/vfio}.
 *
 * <h2>Example</h2>
 *
 * {@code events: [{at: 1 s, stray-dma: {vm: bad, onto: victim, descriptors: 64}}]}; library
 * scenario {@code passthrough-isolation}.
 */
package vdcsim.hypervisor.stray;
