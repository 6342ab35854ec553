package vdcsim.hypervisor.boot;

import vdcsim.hardware.cpu.ExecutionContext;
import vdcsim.hardware.cpu.Processor;

/** Where a start computes: a task on processors with a clock. */
public record Worker(ExecutionContext task, Processor processor) {
  /** Computes for what takes an idle processor so long, and runs {@code then}. */
  void computeFor(long ns, Runnable then) {
    task.execute(processor.cycles(ns), then);
  }
}
