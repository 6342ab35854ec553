package vdcsim.kernel.result;

import java.util.List;

/**
 * Everything that one scenario produced.
 *
 * @param scenario the scenario's name, which is also the name of its output folder
 * @param about one or two sentences on what the scenario shows; empty when it does not say
 * @param provenance where the results come from, in full
 * @param axes what was varied, in the order of the file; empty for a single configuration
 * @param points one per configuration, in the order of the plan
 * @param topology the world as a graph, for pictures
 * @param charts the charts that the scenario asks for; empty means that the report chooses
 * @param measures patterns of the metrics that the summary shows; empty means that the report
 *     chooses
 * @param checks the outcome of the scenario's expectations
 */
public record Results(
    String scenario,
    String about,
    Provenance provenance,
    List<Axis> axes,
    List<Point> points,
    Topology topology,
    List<ChartRequest> charts,
    List<String> measures,
    List<Check> checks) {

  public Results {
    axes = List.copyOf(axes);
    points = List.copyOf(points);
    charts = List.copyOf(charts);
    measures = List.copyOf(measures);
    checks = List.copyOf(checks);
  }
}
