package vdcsim.report.chart;

import java.util.List;

/**
 * What stands around the data of a chart.
 *
 * @param name the stem of the chart's files
 * @param title the heading
 * @param x what the horizontal axis counts, with its unit
 * @param y what the vertical axis counts, with its unit
 * @param logX whether the horizontal scale is logarithmic
 * @param logY whether the vertical scale is logarithmic
 * @param notes sentences below the chart
 */
public record Frame(
    String name, String title, String x, String y, boolean logX, boolean logY, List<String> notes) {

  public Frame {
    notes = List.copyOf(notes);
  }

  Frame named(String newName) {
    return new Frame(newName, title, x, y, logX, logY, notes);
  }
}
