package vdcsim.scenario.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vdcsim.kernel.result.Measurement;
import vdcsim.kernel.result.Replication;
import vdcsim.scenario.language.Scenario;
import vdcsim.scenario.language.problem.RefusedScenario;

class RunnerTest {
  private static Outcome run(Scenario scenario, int threads) throws RefusedScenario, FailedRun {
    return new Runner(threads).run(scenario, RunWatch.NONE, Progress.SILENT, new Cancellation());
  }

  private static double value(Outcome outcome, String metric) {
    return measurement(outcome, metric).statistic("value").orElseThrow();
  }

  private static Measurement measurement(Outcome outcome, String metric) {
    return outcome.results().points().get(0).replications().get(0).measurements().stream()
        .filter(m -> m.metric().equals(metric))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aClockTicksElevenTimesInTenSeconds() throws Exception {
    assertThat(value(run(Clocks.scenario("clocks: { c: {} }"), 1), "c.ticks")).isEqualTo(11);
  }

  @Test
  void warmUpIsCutFromCountsAndSamples() throws Exception {
    Outcome outcome = run(Clocks.scenario("warm-up: 2500 ms", "clocks: { c: {} }"), 1);
    assertThat(value(outcome, "c.ticks")).isEqualTo(8);
    assertThat(measurement(outcome, "c.draws").statistic("count")).hasValue(8);
  }

  @Test
  void thePictureShowsTheEndOfTheFirstRun() throws Exception {
    Outcome outcome = run(Clocks.scenario("replications: 3", "clocks: { c: {} }"), 2);
    assertThat(outcome.results().topology().nodes())
        .extracting(node -> node.note())
        .containsExactly("ticks 11");
  }

  @Test
  void resultsDoNotDependOnTheNumberOfThreads() throws Exception {
    Scenario scenario =
        Clocks.scenario(
            "replications: 7", "clocks: { c: {}, d: {} }", "vary: { clocks.c.label: 1..5 }");
    assertThat(run(scenario, 4)).isEqualTo(run(scenario, 1));
  }

  @Test
  void pointsShareTheirRandomNumbersAndReplicationsDoNot() throws Exception {
    Outcome outcome =
        run(
            Clocks.scenario(
                "replications: 2", "clocks: { c: {} }", "vary: { clocks.c.label: [1, 2] }"),
            2);
    List<Measurement> draws = new ArrayList<>();
    outcome
        .results()
        .points()
        .forEach(point -> point.replications().forEach(r -> draws.add(draws(r))));
    assertThat(draws.get(0)).isEqualTo(draws.get(2)).isNotEqualTo(draws.get(1));
    assertThat(draws.get(1)).isEqualTo(draws.get(3));
  }

  private static Measurement draws(Replication replication) {
    return replication.measurements().stream()
        .filter(m -> m.metric().equals("c.draws"))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void theFirstBrokenRunOfThePlanIsTold(int threads) throws Exception {
    Scenario scenario =
        Clocks.scenario(
            "replications: 2",
            "clocks: { c: {} }",
            "vary: { clocks.c.trouble: [nothing, break, lose-count] }");
    assertThatThrownBy(() -> run(scenario, threads))
        .isInstanceOf(FailedRun.class)
        .hasMessage(
            "the run of clocks with clocks.c.trouble = break, replication 0, seed 42 broke at"
                + " 1.500000000 s: java.lang.IllegalStateException: the spring is broken");
  }

  @Test
  void whatIsLostIsABug() throws Exception {
    Scenario scenario = Clocks.scenario("clocks: { c: { trouble: lose-count } }");
    assertThatThrownBy(() -> run(scenario, 1))
        .isInstanceOf(FailedRun.class)
        .hasMessageContaining("lost count of something: ticks of c: ticked 12, but counted 11");
  }

  @Test
  void tooLittleMemoryIsASentence() throws Exception {
    Scenario scenario = Clocks.scenario("clocks: { c: { trouble: eat-memory } }");
    assertThatThrownBy(() -> run(scenario, 1))
        .isInstanceOf(FailedRun.class)
        .hasMessageContaining("needed more memory than")
        .hasMessageContaining("VDCSIM_JAVA_OPTS=-Xmx8g");
  }

  @Test
  void aWorldThatStandsStillIsFound() throws Exception {
    Scenario scenario = Clocks.scenario("clocks: { c: { trouble: stand-still } }");
    SingleRun run = new SingleRun(scenario, new RunId(0, 0), () -> false, events -> {}, 200_000);
    assertThatThrownBy(() -> run.run(RunWatch.NONE))
        .isInstanceOf(FailedRun.class)
        .hasMessageContaining("stands still at 1.500000000 s: more than 200,000 events");
  }

  @Test
  void aWorldThatStandsStillCanBeCancelled() throws Exception {
    Scenario scenario = Clocks.scenario("clocks: { c: { trouble: stand-still } }");
    Cancellation cancellation = new Cancellation();
    Outcome outcome =
        new Runner(1)
            .run(scenario, RunWatch.NONE, (done, events) -> cancellation.ask(), cancellation);
    assertThat(outcome.complete()).isFalse();
    assertThat(outcome.results().points()).isEmpty();
    assertThat(outcome.results().topology().nodes()).isEmpty();
  }

  @Test
  void aCancelledBatchKeepsTheFinishedPointsAndSaysSo() throws Exception {
    Scenario scenario =
        Clocks.scenario(
            "about: Clocks.",
            "replications: 2",
            "clocks: { c: {} }",
            "vary: { clocks.c.label: 1..5 }",
            "expect: [ c.ticks = 11 ]");
    Cancellation cancellation = new Cancellation();
    Progress afterFive =
        (done, events) -> {
          if (done == 5) {
            cancellation.ask();
          }
        };
    Outcome outcome = new Runner(1).run(scenario, RunWatch.NONE, afterFive, cancellation);
    assertThat(outcome.runsDone()).isEqualTo(5);
    assertThat(outcome.results().points()).extracting(point -> point.index()).containsExactly(0, 1);
    assertThat(outcome.results().about())
        .isEqualTo("INCOMPLETE: interrupted after 5 of 10 runs. Clocks.");
    assertThat(outcome.results().checks()).isEmpty();
  }

  @Test
  void progressCountsRunsAndEvents() throws Exception {
    List<Integer> done = Collections.synchronizedList(new ArrayList<>());
    List<Long> executed = Collections.synchronizedList(new ArrayList<>());
    Outcome outcome =
        new Runner(2)
            .run(
                Clocks.scenario("replications: 4", "clocks: { c: {} }"),
                RunWatch.NONE,
                (runs, events) -> {
                  done.add(runs);
                  executed.add(events);
                },
                new Cancellation());
    assertThat(done).isSorted().contains(4);
    // Ten ticks and the instant of no trouble, in each of four runs.
    assertThat(executed).isSorted().last().isEqualTo(44L);
    assertThat(outcome.events()).isEqualTo(44L);
  }

  @Test
  void theWatchSeesTheFirstRunBeforeAnythingHappens() throws Exception {
    List<Long> seen = Collections.synchronizedList(new ArrayList<>());
    new Runner(3)
        .run(
            Clocks.scenario("replications: 4", "clocks: { c: {} }"),
            world -> seen.add(world.simulation().events()),
            Progress.SILENT,
            new Cancellation());
    assertThat(seen).containsExactly(0L);
  }

  @Test
  void anExceptionOfTheWatchReachesTheCaller() throws Exception {
    Scenario scenario = Clocks.scenario("replications: 4", "clocks: { c: {} }");
    RunWatch broken =
        world -> {
          throw new UnsupportedOperationException("no");
        };
    assertThatThrownBy(
            () -> new Runner(3).run(scenario, broken, Progress.SILENT, new Cancellation()))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void expectationsAreHeldAgainstAllPoints() throws Exception {
    Outcome outcome =
        run(Clocks.scenario("clocks: { c: {} }", "expect: [ c.ticks = 11, c.ticks > 11 ]"), 1);
    assertThat(outcome.results().checks()).extracting(c -> c.held()).containsExactly(true, false);
    assertThat(outcome.allHeld()).isFalse();
  }
}
