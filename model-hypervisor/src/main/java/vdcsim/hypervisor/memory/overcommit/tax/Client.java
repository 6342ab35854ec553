package vdcsim.hypervisor.memory.overcommit.tax;

/**
 * A virtual machine as the allocation sees it.
 *
 * @param min pages that it always keeps
 * @param max pages that it would take
 * @param shares its right to memory, against those of the others
 * @param active the part of its memory that it uses, from 0 to 1
 */
public record Client(long min, long max, long shares, double active) {}
