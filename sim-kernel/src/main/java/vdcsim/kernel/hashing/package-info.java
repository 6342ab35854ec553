/**
 * Where names stand in tables of a power of two that are probed, as those of things and metrics.
 */
package vdcsim.kernel.hashing;
