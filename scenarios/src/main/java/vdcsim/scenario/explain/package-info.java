/**
 * What a key of a scenario means, on the terminal ({@code explain}) and as a page of the
 * documentation. Both are written from the shapes that the parser reads, and from short texts on
 * what is no key: units, distributions, ranges, templates, variation, conditions, metrics.
 */
package vdcsim.scenario.explain;
