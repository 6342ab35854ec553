/**
 * Published figures as rows of a table: what each is worth, and how far a run may be off it. A
 * family of cases says how its rows become runs.
 */
package vdcsim.scenario.verify.published;
