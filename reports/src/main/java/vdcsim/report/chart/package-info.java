/**
 * Decides which charts a report has and what stands in them, as plain data on readable scales.
 * Nothing here draws: see {@link vdcsim.report.plot}.
 */
package vdcsim.report.chart;
