package vdcsim.kernel.result;

import java.util.List;

/**
 * One configuration: a value for each axis, and its replications.
 *
 * @param index the place in the plan, from 0
 * @param settings for each axis, the index of the value in {@link Axis#values()}
 * @param replications in order of their number
 */
public record Point(int index, List<Integer> settings, List<Replication> replications) {

  public Point {
    settings = List.copyOf(settings);
    replications = List.copyOf(replications);
  }
}
