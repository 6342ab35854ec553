package vdcsim.hypervisor.memory;

import vdcsim.hypervisor.memory.pagetable.TablePage;

/**
 * An address space of a guest.
 *
 * @param root the page at the top of its page table
 * @param number counted from 0; the tag of its translations where address spaces have tags
 */
public record AddressSpace(TablePage root, int number) {}
