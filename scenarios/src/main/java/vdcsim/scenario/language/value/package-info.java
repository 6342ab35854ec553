/** The values of a scenario: quantities with units, distributions, conditions. */
package vdcsim.scenario.language.value;
