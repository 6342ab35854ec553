package vdcsim.scenario.run;

import java.util.ArrayList;
import java.util.List;
import vdcsim.kernel.result.Axis;
import vdcsim.scenario.language.Scenario;

/**
 * One of the runs of a scenario.
 *
 * @param point the configuration, from 0
 * @param replication from 0
 */
record RunId(int point, int replication) {

  /** The run at a place in the order of the plan: by point, then by replication. */
  static RunId at(Scenario scenario, int index) {
    return new RunId(index / scenario.replications(), index % scenario.replications());
  }

  /** Whether it is the first of the plan. */
  boolean isFirst() {
    return point == 0 && replication == 0;
  }

  static int count(Scenario scenario) {
    return Math.multiplyExact(scenario.points().size(), scenario.replications());
  }

  /** The run in words that are enough to repeat it. */
  String of(Scenario scenario) {
    List<String> parts = new ArrayList<>();
    List<Integer> settings = scenario.points().get(point);
    for (int i = 0; i < settings.size(); i++) {
      Axis axis = scenario.axes().get(i);
      parts.add(axis.path() + " = " + axis.values().get(settings.get(i)));
    }
    parts.add("replication " + replication);
    parts.add("seed " + scenario.seed());
    return "the run of " + scenario.name() + " with " + String.join(", ", parts);
  }
}
