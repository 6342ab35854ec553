/** Statistics over replications. */
package vdcsim.kernel.statistics;
