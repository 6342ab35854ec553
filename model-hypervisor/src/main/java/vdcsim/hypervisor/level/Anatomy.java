package vdcsim.hypervisor.level;

/**
 * What happens in a call.
 *
 * @param cycles what it costs where nothing is between the program and the kernel
 * @param systemCalls entries into the kernel that the program makes
 * @param pathNames names of files that are looked up
 * @param faults page faults
 * @param contextSwitches changes of the address space
 * @param processes processes that are made
 * @param programs programs that a process becomes in place of what it was
 * @param flagsWrites flags saved or loaded, with interrupts off between
 * @param interruptFlags interrupts switched off or on
 * @param userAccesses pieces of the program's memory that the kernel reads or writes
 */
public record Anatomy(
    long cycles,
    long systemCalls,
    long pathNames,
    long faults,
    long contextSwitches,
    long processes,
    long programs,
    long flagsWrites,
    long interruptFlags,
    long userAccesses) {}
