/**
 * Single values of a scenario: quantities with units, numbers, distributions. Arithmetic is exact,
 * what does not fit is refused, and texts are bounded before a pattern sees them, as a pattern that
 * looks back can take the square of their length in time.
 */
package vdcsim.scenario.language.value;
