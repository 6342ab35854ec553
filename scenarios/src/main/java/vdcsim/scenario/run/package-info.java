/**
 * Runs scenarios: every point and replication, on as many threads as there are cores. Each run is
 * single-threaded and has a simulation of its own, so the results do not depend on the number of
 * threads, nor on the order in which runs end.
 *
 * <p>A run keeps its measurements only; its world is dropped when it ends.
 */
package vdcsim.scenario.run;
