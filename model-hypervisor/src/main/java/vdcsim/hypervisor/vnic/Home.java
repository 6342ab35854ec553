package vdcsim.hypervisor.vnic;

/**
 * Where the cards' machine is at the beginning.
 *
 * @param host the host, or a pattern for several
 * @param memoryBytes the machine's memory
 */
public record Home(String host, long memoryBytes) {}
