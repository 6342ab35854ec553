/**
 * Turns the results of a run into files: data, tables, charts and one HTML page.
 *
 * <p>{@link vdcsim.report.Report} writes everything, {@link vdcsim.report.Summary} makes the table
 * that also stands on the terminal, {@link vdcsim.report.ResultFiles} reads results back, so that
 * charts and page can be made again without a run. Equal results give equal bytes; only the wall
 * time in {@code run.json} differs.
 */
package vdcsim.report;
