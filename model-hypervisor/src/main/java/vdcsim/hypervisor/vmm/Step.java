package vdcsim.hypervisor.vmm;

/**
 * A part of the way of an exit.
 *
 * @param aside whether the context of drivers computes it, and not that of the virtual processor
 */
record Step(Stage stage, boolean aside, long cycles) {}
