/**
 * Live migrations that were measured on QEMU. Each becomes a scenario with the same memory, writer,
 * cap or link and downtime limit; what a guest of its size sends without a writer is an input, and
 * so is the speed of the machines in the last phase, which has no cap. Compared are status, time,
 * pages, synchronizations, and the pause where the link limits it.
 */
package vdcsim.scenario.verify.migration;
