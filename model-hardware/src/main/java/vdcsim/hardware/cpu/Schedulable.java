package vdcsim.hardware.cpu;

/** What a scheduler knows of a task; each scheduler has its own. */
public interface Schedulable {}
