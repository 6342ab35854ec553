/**
 * The discrete-event kernel: {@link vdcsim.kernel.Simulation} holds the clock and the event queue.
 *
 * <p>Start reading there. An event calls an {@link vdcsim.kernel.EventHandler} at an instant;
 * events run in order of time, then priority, then insertion. Packages beside this one hold random
 * streams, instruments, results, quantities with units, and what a model declares of itself.
 */
package vdcsim.kernel;
