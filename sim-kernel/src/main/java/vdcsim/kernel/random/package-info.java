/**
 * Randomness that repeats: one stream for each named purpose, from (seed, replication, name). A
 * component that is added never shifts another's draws, so the points of a sweep share their random
 * numbers.
 */
package vdcsim.kernel.random;
