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
 */
public record Anatomy(
    long cycles,
    long systemCalls,
    long pathNames,
    long faults,
    long contextSwitches,
    long processes,
    long programs) {}
