/**
 * Schedulers. Measured on Linux: busy threads under quotas, latency of requests under quotas,
 * shares and nice values; each becomes a scenario with the same groups and threads. When a period
 * of a quota begins is not recorded; each recorded run is held against the phase that comes nearest
 * to its least latency. Published: constants, and shares that a run shows.
 */
package vdcsim.scenario.verify.schedulers;
