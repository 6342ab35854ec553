/**
 * Packets that wait for a processor, and those of one flow that are taken together.
 *
 * <h2>Modelled</h2>
 *
 * A queue before software, with its limit; what the software does for a packet, for a kibibyte, for
 * waking up; segmentation offload on the way out and generic receive offload on the way in:
 * segments of one connection that wait behind each other cost what one packet costs, up to 64 KiB.
 * A card whose rings are modelled is handed such segments as one, where it cuts.
 *
 * <h2>Left out</h2>
 *
 * The frames stay what they are on every wire: the segments of a train are there from the
 * beginning, and are not put together again for TCP, which acknowledges each second one. So
 * acknowledgements that wait behind each other count as one packet, too: a real receiver answers a
 * train once.
 *
 * <h2>Source</h2>
 *
 * Linux, {@code net/core/dev.c} (netdev_max_backlog, gro_normal_list), {@code net/core/gro.c}
 * (GRO_MAX_SIZE of 65536), {@code Documentation/networking/segmentation-offloads.rst}.
 *
 * <h2>Example</h2>
 *
 * {@code hosts: {h1: {cpu: {cores: 2}, packet-costs: {offload: false}}}}; library scenario {@code
 * nic-virtualization}.
 */
package vdcsim.network.backlog;
