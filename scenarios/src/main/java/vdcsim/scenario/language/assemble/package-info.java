/**
 * From a prepared scenario to the specs of one point, and from these to its world.
 *
 * <p>What is wrong is left out and the rest goes on, so that one pass tells everything; what is
 * wrong only because it names something that was left out is not told. A scenario is checked by
 * building the worlds of as many {@link vdcsim.scenario.language.assemble.Points} as it takes to
 * meet every varied value once, and of others for values that do not go together, within bounds.
 */
package vdcsim.scenario.language.assemble;
