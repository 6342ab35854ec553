/** Runs a scenario: every point and replication, on several threads, with the same bytes out. */
package vdcsim.scenario.run;
