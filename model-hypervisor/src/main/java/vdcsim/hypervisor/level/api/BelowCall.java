package vdcsim.hypervisor.level.api;

/** A call of the system below: entries into its kernel, and what happens there. */
record BelowCall(long entries, long switches, long faults, long work) {}
