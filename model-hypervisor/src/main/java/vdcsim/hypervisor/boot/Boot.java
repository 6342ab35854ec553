package vdcsim.hypervisor.boot;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;
import vdcsim.kernel.Simulation;

/** One start of a machine, phase by phase. */
public final class Boot {
  private final Simulation simulation;
  private final Optional<Worker> processor;
  private final ImageStore images;
  private final Consumer<String> entered;
  private final Runnable ready;
  private final Deque<Phase> phases = new ArrayDeque<>();
  private boolean given;

  private record Phase(String name, StepSpec step) {}

  /**
   * A start that has not begun.
   *
   * @param processor where it computes; without one, all that it computes takes its own time
   * @param images where it reads
   * @param entered hears the name of each phase
   * @param ready runs at the end
   */
  public Boot(
      BootSpec spec,
      Simulation simulation,
      Optional<Worker> processor,
      ImageStore images,
      Consumer<String> entered,
      Runnable ready) {
    this.simulation = simulation;
    this.processor = processor;
    this.images = images;
    this.entered = entered;
    this.ready = ready;
    spec.create().ifPresent(step -> phases.add(new Phase("create", step)));
    spec.firmware().ifPresent(step -> phases.add(new Phase("firmware", step)));
    spec.kernel().ifPresent(step -> phases.add(new Phase("kernel", step)));
    spec.userSpace().ifPresent(step -> phases.add(new Phase("user-space", step)));
  }

  /** The next phase begins, or the machine is ready. */
  public void next() {
    if (given) {
      return;
    }
    if (phases.isEmpty()) {
      ready.run();
      return;
    }
    Phase phase = phases.remove();
    entered.accept(phase.name());
    images.read(phase.step().disk().bytes(), () -> compute(phase.step()));
  }

  private void compute(StepSpec step) {
    long ns = step.cpu().toNanos();
    Runnable then = () -> simulation.schedule(step.waits().toNanos(), this::next);
    if (given) {
      return;
    }
    processor.ifPresentOrElse(
        worker -> worker.computeFor(ns, then), () -> simulation.schedule(ns, then));
  }

  /** The machine was switched off before it was ready. */
  public void giveUp() {
    given = true;
  }
}
