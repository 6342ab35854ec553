/**
 * Finds figures in results: which metrics there are, which of them a pattern names, which are worth
 * showing when nobody chose, and what each shows at a point with its confidence interval.
 */
package vdcsim.report.reading;
