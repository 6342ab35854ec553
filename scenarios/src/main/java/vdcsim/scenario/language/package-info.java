/**
 * The scenario language: from the text of a file to a {@link vdcsim.scenario.language.Scenario}
 * whose every point is known to be right, or to a list of {@link
 * vdcsim.scenario.language.problem.Problem}s, each with its place and what would be right.
 */
package vdcsim.scenario.language;
