package vdcsim.scenario.language;

import java.time.Duration;
import java.util.List;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.result.Axis;
import vdcsim.kernel.result.ChartRequest;
import vdcsim.kernel.world.World;
import vdcsim.scenario.language.expect.Expectation;
import vdcsim.scenario.language.problem.Problem;
import vdcsim.scenario.language.problem.RefusedScenario;

/**
 * A scenario that was read and checked: it can run.
 *
 * @param name the name of its output folder: letters, digits, hyphens, underscores, dots
 * @param about what it shows; may be empty
 * @param topic where the library lists it
 * @param seed of every random stream
 * @param duration simulated time of each run
 * @param warmUp simulated time before measuring starts
 * @param replications runs of each point
 * @param axes what is varied
 * @param points for each point, the index of its value on each axis
 * @param measures patterns of the metrics that the summary shows
 * @param charts the charts that are asked for
 * @param expectations what must hold at the end
 * @param overrides the {@code --set} options, as given
 * @param sha256 of the resolved scenario in its canonical form
 * @param warnings what is odd but no error
 * @param builder builds the world of a point
 */
public record Scenario(
    String name,
    String about,
    String topic,
    long seed,
    Duration duration,
    Duration warmUp,
    int replications,
    List<Axis> axes,
    List<List<Integer>> points,
    List<String> measures,
    List<ChartRequest> charts,
    List<Expectation> expectations,
    List<String> overrides,
    String sha256,
    List<Problem> warnings,
    WorldBuilder builder) {

  /** Builds worlds; safe to call from several threads, each with its own simulation. */
  @FunctionalInterface
  public interface WorldBuilder {
    /**
     * The connected world of a point, its workloads and events scheduled.
     *
     * @throws RefusedScenario if the point is wrong in a way that no single value is
     */
    World build(int point, Simulation simulation) throws RefusedScenario;
  }
}
