package vdcsim.scenario.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import vdcsim.kernel.result.Point;
import vdcsim.kernel.result.Replication;
import vdcsim.kernel.result.Topology;
import vdcsim.scenario.language.Scenario;
import vdcsim.scenario.language.problem.RefusedScenario;

/**
 * The runs of one scenario, handed out in order to any number of threads, their results put in the
 * places of the plan.
 */
final class Batch {
  private final Scenario scenario;
  private final RunWatch watch;
  private final Progress progress;
  private final Cancellation cancellation;
  private final List<Optional<Replication>> ended = new ArrayList<>();
  private Optional<Topology> topology = Optional.empty();
  private Optional<Failure> failure = Optional.empty();
  private int next;
  private int done;
  private long events;

  /** Why a run has no result; the one that is first in the plan is told. */
  private record Failure(int index, Throwable cause) {}

  Batch(Scenario scenario, RunWatch watch, Progress progress, Cancellation cancellation) {
    this.scenario = scenario;
    this.watch = watch;
    this.progress = progress;
    this.cancellation = cancellation;
    for (int i = 0; i < RunId.count(scenario); i++) {
      ended.add(Optional.empty());
    }
  }

  /** Runs until there is nothing more to run; called by each thread once. */
  void work() {
    for (OptionalInt index = take(); index.isPresent(); index = take()) {
      run(index.getAsInt());
    }
  }

  private void run(int index) {
    RunId id = RunId.at(scenario, index);
    try {
      new SingleRun(
              scenario, id, () -> abandoned(index), this::executed, SingleRun.MOST_AT_ONE_INSTANT)
          .run(watch)
          .ifPresent(result -> keep(index, result));
    } catch (FailedRun | RefusedScenario | RuntimeException e) {
      fail(index, e);
    }
  }

  private synchronized OptionalInt take() {
    boolean over = next == ended.size() || failure.isPresent() || cancellation.isAsked();
    return over ? OptionalInt.empty() : OptionalInt.of(next++);
  }

  /** Runs before a failed one go on, so that the same failure is told for any number of threads. */
  private synchronized boolean abandoned(int index) {
    return cancellation.isAsked() || failure.filter(f -> f.index() < index).isPresent();
  }

  private synchronized void executed(long more) {
    events += more;
    progress.reached(done, events);
  }

  private synchronized void keep(int index, SingleRun.Ended result) {
    ended.set(index, Optional.of(result.replication()));
    topology = topology.or(result::topology);
    done++;
    progress.reached(done, events);
  }

  private synchronized void fail(int index, Throwable cause) {
    if (failure.filter(f -> f.index() < index).isEmpty()) {
      failure = Optional.of(new Failure(index, cause));
    }
  }

  synchronized int done() {
    return done;
  }

  synchronized int runs() {
    return ended.size();
  }

  /** The world of the first run; empty if that run was dropped. */
  synchronized Topology topology() {
    return topology.orElseGet(() -> new Topology(List.of(), List.of()));
  }

  /** The points whose replications have all ended. */
  synchronized List<Point> points() throws FailedRun, RefusedScenario {
    if (failure.isPresent()) {
      throwFailure(failure.get().cause());
    }
    List<Point> points = new ArrayList<>();
    int replications = scenario.replications();
    for (int point = 0; point < scenario.points().size(); point++) {
      List<Replication> all =
          ended.subList(point * replications, (point + 1) * replications).stream()
              .flatMap(Optional::stream)
              .toList();
      if (all.size() == replications) {
        points.add(new Point(point, scenario.points().get(point), all));
      }
    }
    return points;
  }

  private static void throwFailure(Throwable cause) throws FailedRun, RefusedScenario {
    if (cause instanceof FailedRun failed) {
      throw failed;
    } else if (cause instanceof RuntimeException unforeseen) {
      throw unforeseen;
    }
    throw (RefusedScenario) cause;
  }
}
