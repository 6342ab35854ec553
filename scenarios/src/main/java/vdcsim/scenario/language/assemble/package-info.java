/** From a prepared scenario to the specs of one point, and from these to its world. */
package vdcsim.scenario.language.assemble;
