package vdcsim.scenario.capture;

/**
 * What a capture says about the run that it comes from.
 *
 * @param application the program and its version, as {@code vdcsim 0.1.0}
 * @param scenario the scenario's name
 * @param scenarioSha256 hash of the resolved scenario, in hexadecimal
 * @param seed the seed of every random stream
 */
public record CaptureHead(String application, String scenario, String scenarioSha256, long seed) {

  /** The comment of a file. */
  String comment() {
    return "Scenario "
        + scenario
        + ", seed "
        + seed
        + ", SHA-256 "
        + scenarioSha256
        + ". Times count from the start of the simulation.";
  }
}
