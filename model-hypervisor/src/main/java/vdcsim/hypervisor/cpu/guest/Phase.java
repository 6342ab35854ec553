package vdcsim.hypervisor.cpu.guest;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import vdcsim.hypervisor.cpu.KernelCode;
import vdcsim.hypervisor.cpu.Technique;
import vdcsim.hypervisor.cpu.Traps;
import vdcsim.hypervisor.cpu.cost.CachePressure;
import vdcsim.hypervisor.cpu.cost.Ledger;
import vdcsim.hypervisor.cpu.cost.Operation;
import vdcsim.hypervisor.cpu.state.GuestMachine;
import vdcsim.hypervisor.cpu.state.ProcessorState;
import vdcsim.hypervisor.cpu.state.Step;

/** A phase, ready to run: its steps on the state, and its operations with their numbers. */
final class Phase {
  private final KernelCode code;
  private final CachePressure cache;
  private final long workingSet;
  private final int processes;
  private final long repeat;
  private final long idleNs;
  private final List<Step> steps = new ArrayList<>();
  private final List<Share> shares = new ArrayList<>();
  private final Map<PageWork, Long> pageWork = new EnumMap<>(PageWork.class);

  /** So many operations of a kind in each repetition. */
  private record Share(Operation operation, long each) {}

  Phase(int place, PhaseSpec spec, Traps traps, Tracing tracing, CachePressure cache) {
    this.cache = cache;
    this.workingSet = spec.workingSet().bytes();
    this.processes = spec.processes();
    this.code = code(place, spec);
    this.repeat = spec.repeat();
    this.idleNs = spec.idle().toNanos();
    Map<Operation, Long> operations = new EnumMap<>(Operation.class);
    spec.operations()
        .forEach(
            (operation, count) -> {
              operations.merge(operation, count, Long::sum);
              traps
                  .instruction(operation)
                  .map(instruction -> Operands.step(operation, instruction))
                  .ifPresent(steps::add);
            });
    for (String text : spec.trace()) {
      Step step = tracing.step(text, spec.inUserMode());
      steps.add(step);
      operations.merge(tracing.operation(step), 1L, Long::sum);
    }
    operations.forEach((operation, each) -> shares.add(new Share(operation, each)));
    spec.pages().forEach((word, each) -> pageWork.put(PageWork.named(word).orElseThrow(), each));
  }

  private static KernelCode code(int place, PhaseSpec spec) {
    return spec.footprint()
        .map(
            drawn ->
                new KernelCode(
                    place,
                    spec.blocks(),
                    spec.blockLength(),
                    drawn.blocks(),
                    OptionalDouble.of(drawn.skew())))
        .orElseGet(() -> KernelCode.loop(place, spec.blocks(), spec.blockLength()));
  }

  /** How many operations of a kind there are in all repetitions. */
  long count(Operation operation) {
    return shares.stream()
        .filter(share -> share.operation() == operation)
        .mapToLong(share -> share.each() * repeat)
        .sum();
  }

  long repeat() {
    return repeat;
  }

  long idleNs() {
    return idleNs;
  }

  /**
   * Writes down what all repetitions cost; it takes no longer for many than for one.
   *
   * @param paged whether the guest's pages say what their operations cost
   */
  void charge(Technique technique, boolean paged, Ledger ledger) {
    technique.enter(code, repeat, ledger);
    for (Share share : shares) {
      if (!paged || !Pages.has(share.operation())) {
        technique.charge(share.operation(), share.each(), repeat, ledger);
      }
      if (share.operation() == Operation.CONTEXT_SWITCH && workingSet > 0) {
        long each = cache.extraCycles(workingSet, processes, technique.footprintBytes());
        ledger.overhead(Math.multiplyExact(each, share.each() * repeat));
      }
    }
    if (idleNs > 0) {
      technique.charge(Operation.HALT, 1, 1, ledger);
    }
  }

  /** Does to the pages, one thing after the other, what all repetitions do. */
  void page(Pages pages) {
    List<Share> paged = shares.stream().filter(share -> Pages.has(share.operation())).toList();
    if (!paged.isEmpty() || !pageWork.isEmpty()) {
      for (long i = 0; i < repeat; i++) {
        paged.forEach(share -> pages.carryOut(share.operation(), share.each()));
        pageWork.forEach(pages::carryOut);
      }
      pages.settle();
    }
  }

  /** Carries the steps out until repeating them changes nothing any more. */
  void carryOut(Technique technique, GuestMachine machine) {
    if (repeat == 1 || steps.isEmpty()) {
      once(technique, machine);
      return;
    }
    List<ProcessorState> before = machine.snapshot();
    for (long done = 0; done < repeat; done++) {
      once(technique, machine);
      if (machine.isAt(before)) {
        return;
      }
      before = machine.snapshot();
    }
  }

  private void once(Technique technique, GuestMachine machine) {
    for (Step step : steps) {
      technique.carryOut(step, machine);
      machine.reference(step);
      machine.compare();
    }
  }
}
