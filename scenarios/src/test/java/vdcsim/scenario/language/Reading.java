package vdcsim.scenario.language;

import java.nio.charset.StandardCharsets;
import java.util.List;
import vdcsim.hardware.HardwareCatalog;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.world.World;
import vdcsim.scenario.language.problem.Problem;
import vdcsim.scenario.language.problem.RefusedScenario;
import vdcsim.scenario.language.shape.Grammar;

/** Reads the texts of tests with the hardware's words and those of {@link Workshop}. */
public final class Reading {
  /** What a scenario needs above its world. */
  public static final String HEAD = "name: t\nduration: 1 s\n";

  private static final Grammar GRAMMAR =
      new Grammar(List.of(new HardwareCatalog(), new Workshop()));
  private static final ScenarioReader READER = new ScenarioReader(GRAMMAR);

  private Reading() {}

  public static Grammar grammar() {
    return GRAMMAR;
  }

  /** The scenario of a text that is right. */
  public static Scenario accepted(String text, String... overrides) {
    try {
      return read(text.getBytes(StandardCharsets.UTF_8), overrides);
    } catch (RefusedScenario e) {
      throw new AssertionError(lines(e.problems()).toString(), e);
    }
  }

  /** The problems of a text that is wrong, each as {@code line:column path: message}. */
  public static List<String> problems(String text, String... overrides) {
    return problems(text.getBytes(StandardCharsets.UTF_8), overrides);
  }

  /** The problems of bytes that are wrong, each as {@code line:column path: message}. */
  public static List<String> problems(byte[] bytes, String... overrides) {
    try {
      read(bytes, overrides);
    } catch (RefusedScenario e) {
      return lines(e.problems());
    }
    throw new AssertionError("the scenario was accepted");
  }

  public static Scenario read(byte[] bytes, String... overrides) throws RefusedScenario {
    return READER.read("t.yaml", bytes, List.of(overrides));
  }

  /** The world of the first point. */
  public static World world(String text, String... overrides) {
    return world(accepted(text, overrides), 0);
  }

  public static World world(Scenario scenario, int point) {
    try {
      return scenario.builder().build(point, new Simulation(1, 0));
    } catch (RefusedScenario e) {
      throw new AssertionError(lines(e.problems()).toString(), e);
    }
  }

  /** Problems as the command line shows them. */
  public static List<String> lines(List<Problem> problems) {
    return problems.stream().map(Reading::line).toList();
  }

  private static String line(Problem problem) {
    String warning = problem.severity() == Problem.Severity.WARNING ? "warning: " : "";
    String path = problem.path().isEmpty() ? "" : problem.path() + ": ";
    return problem.line() + ":" + problem.column() + " " + warning + path + problem.message();
  }
}
