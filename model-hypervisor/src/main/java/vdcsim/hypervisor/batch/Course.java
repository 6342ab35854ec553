package vdcsim.hypervisor.batch;

import java.time.Duration;
import java.util.Optional;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.metric.Series;
import vdcsim.kernel.quantity.Unit;

/** How many tasks have come and ended, by time: as of events, without any of its own. */
final class Course {
  private final Simulation simulation;
  private final Optional<Series> submitted;
  private final Optional<Series> finished;
  private final long spanNs;
  private long dueNs;

  Course(String name, Optional<Duration> sample, Simulation simulation) {
    this.simulation = simulation;
    this.spanNs = sample.map(Duration::toNanos).orElse(0L);
    this.submitted = sample.map(s -> series(name + ".submitted-course"));
    this.finished = sample.map(s -> series(name + ".finished-course"));
  }

  private Series series(String name) {
    return simulation.metrics().series(name, Unit.COUNT);
  }

  void note(long submittedTasks, long finishedTasks) {
    if (finished.isPresent() && (simulation.now() >= dueNs || submittedTasks == finishedTasks)) {
      dueNs = simulation.now() + spanNs;
      submitted.orElseThrow().record((double) submittedTasks);
      finished.get().record((double) finishedTasks);
    }
  }
}
