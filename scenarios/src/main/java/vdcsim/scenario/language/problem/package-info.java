/**
 * What can be wrong with a scenario file: each problem has its place and says what would be right.
 */
package vdcsim.scenario.language.problem;
