package vdcsim.kernel.result;

import java.util.List;

/**
 * What is needed to get the same bytes again.
 *
 * @param version the simulator's version
 * @param scenarioSha256 hash of the resolved scenario, in hexadecimal
 * @param seed the seed of every random stream
 * @param overrides the {@code --set} options, as given
 * @param replications how many replications each point has
 * @param durationNs simulated time of each run
 * @param warmUpNs simulated time before measuring starts
 */
public record Provenance(
    String version,
    String scenarioSha256,
    long seed,
    List<String> overrides,
    int replications,
    long durationNs,
    long warmUpNs) {

  public Provenance {
    overrides = List.copyOf(overrides);
  }
}
