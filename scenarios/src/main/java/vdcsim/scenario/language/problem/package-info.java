/**
 * What can be wrong with a scenario file: each problem has its place, says what would be right, and
 * is fit to be shown whatever the file holds. All problems of a file are told at once, each mistake
 * once, a hundred at most.
 */
package vdcsim.scenario.language.problem;
