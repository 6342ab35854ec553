/** Holds what a run shows against what was recorded, entry by entry. */
package vdcsim.scenario.verify.compare;
