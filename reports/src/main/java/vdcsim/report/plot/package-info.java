/** Draws the charts of {@link vdcsim.report.chart} with JFreeChart. */
package vdcsim.report.plot;
