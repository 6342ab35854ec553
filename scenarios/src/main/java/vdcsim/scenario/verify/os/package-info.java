/**
 * Published figures of virtualization at the level of the operating system, and of User-Mode Linux.
 * Each row becomes a scenario with one program at a level; it is said of each row whether it is an
 * input, calibrated a cost, or is a prediction. Measured times to start and of a traced call are
 * held to their order of magnitude.
 */
package vdcsim.scenario.verify.os;
