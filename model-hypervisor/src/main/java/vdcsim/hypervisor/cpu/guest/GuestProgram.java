package vdcsim.hypervisor.cpu.guest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vdcsim.hardware.cpu.Task;
import vdcsim.hardware.machine.Machine;
import vdcsim.hypervisor.cpu.Technique;
import vdcsim.hypervisor.cpu.Traps;
import vdcsim.hypervisor.cpu.bare.Bare;
import vdcsim.hypervisor.cpu.cost.CachePressure;
import vdcsim.hypervisor.cpu.cost.Costs;
import vdcsim.hypervisor.cpu.cost.ExitReason;
import vdcsim.hypervisor.cpu.cost.Ledger;
import vdcsim.hypervisor.cpu.state.GuestMachine;
import vdcsim.hypervisor.isa.InstructionSet;
import vdcsim.hypervisor.isa.PopekGoldberg;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.metric.Metrics;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.random.RandomStream;
import vdcsim.kernel.world.Wiring;
import vdcsim.kernel.world.World;

/**
 * A guest that runs a program under a technique, on a task of a host.
 *
 * <p>Metrics, below its name. What it cost: {@code run-time}, {@code cycles}, {@code
 * cycles-per-repetition}, {@code instructions}, {@code slowdown} against the same without a
 * monitor, {@code exits}, {@code exits-by.REASON}, {@code ring-transitions} into the guest's
 * kernel, the monitor, and back. Popek and Goldberg on the running model: {@code fidelity} (1 as
 * long as the guest's state equals that of a run without a monitor), {@code wrong-steps}, {@code
 * direct-share} of instructions, {@code safety} (1 as long as no frame of another guest was
 * reached), {@code escapes}, {@code refused}. Of its instruction set: {@code theorem-1}, {@code
 * theorem-2}, {@code theorem-3} (1 where it holds), {@code critical-instructions} by the theorem,
 * {@code unfaithful-instructions} by trying each on the model. {@code slowdown-course} over time,
 * where it is sampled; and what the technique counts of its own work, as {@code translated}
 * instructions.
 *
 * <p>Where it has {@code memory}, of its pages: {@code tlb-misses}, {@code walks}, {@code
 * walk-references}, {@code guest-faults}, {@code hidden-faults}, {@code updates} of page tables,
 * {@code refused-frames}, {@code escaped-frames} and {@code monitor-tables}.
 */
public final class GuestProgram implements EventHandler {
  private static final int BEGIN = 0;
  private static final int COMPUTED = 1;
  private static final int PAUSE = 2;
  private static final int POLLED = 3;

  /** Short phases are computed together up to this, so that a phase costs no events of its own. */
  private static final long PIECE_NS = 1_000_000;

  private final Simulation simulation;
  private final Machine host;
  private final Task task;
  private final Technique technique;
  private final Technique bare;
  private final GuestMachine machine;
  private final List<Phase> phases = new ArrayList<>();
  private final Ledger ledger = new Ledger();
  private final Ledger withoutMonitor = new Ledger();
  private final Optional<Pages> pages;
  private final RingTransitions rings = new RingTransitions();
  private final Optional<Sampler> sampler;
  private final int rounds;
  private final long pieceCycles;
  private int round;
  private int at;
  private long repetitions;
  private long startNs;
  private long endNs = -1;
  private long owed;

  private GuestProgram(String name, GuestProgramSpec spec, Machine host, World world) {
    this.simulation = world.simulation();
    this.task = host.task(name, spec.group(), 0, List.of());
    this.rounds = spec.rounds();
    this.host = host;
    this.pieceCycles = cycles(PIECE_NS);
    InstructionSet set = spec.architecture().instructions();
    Traps traps = new Traps(set);
    Costs costs = Costs.of(spec.processor());
    RandomStream random = simulation.random().stream(name + ".code");
    this.technique = spec.technique().make(spec, costs, traps, random);
    this.bare = new Bare(costs);
    int index = world.all(GuestProgram.class).size();
    this.machine = new GuestMachine(Operands.partition(index), set.ownRegisters());
    CachePressure cache = CachePressure.of(costs);
    for (PhaseSpec phase : spec.phases()) {
      phases.add(new Phase(phases.size(), phase, traps, new Tracing(set), cache));
    }
    PagesMaker maker = new PagesMaker(name, spec, world);
    this.pages = spec.memory().map(memory -> maker.make(memory, technique));
    Metrics metrics = simulation.metrics();
    pages.ifPresent(p -> p.chargeTo(ledger, withoutMonitor));
    pages.ifPresent(p -> p.publish(name, metrics));
    addCosts(name, metrics);
    technique
        .counts()
        .forEach(
            (what, count) ->
                metrics.figure(name + "." + what, Unit.COUNT, () -> (double) count.getAsLong()));
    this.sampler =
        spec.sample()
            .map(
                every ->
                    new Sampler(
                        metrics.series(name + ".slowdown-course", Unit.NONE), every.toNanos()));
    addProperties(name, metrics);
    addTheorems(name, set, spec, random, metrics);
  }

  /** Makes the guest; it begins to run at its start. */
  public static Wiring make(String name, GuestProgramSpec spec, World world) {
    return () -> {
      Machine host = Machine.at(spec.on(), world);
      GuestProgram made = new GuestProgram(name, spec, host, world);
      world.add(name, made);
      world.simulation().schedule(spec.start().toNanos(), made, BEGIN, 0, Simulation.NO_REFERENCE);
    };
  }

  private long cycles(long ns) {
    return host.processor().cycles(ns);
  }

  private void addCosts(String name, Metrics metrics) {
    metrics.figure(
        name + ".run-time", Unit.NANOSECONDS, () -> endNs < 0 ? Double.NaN : endNs - startNs);
    metrics.figure(name + ".cycles", Unit.CYCLES, ledger::cycles);
    metrics.figure(
        name + ".cycles-per-repetition", Unit.CYCLES, () -> ratio(ledger.cycles(), repetitions));
    metrics.figure(name + ".instructions", Unit.COUNT, ledger::instructions);
    metrics.figure(
        name + ".slowdown", Unit.NONE, () -> ratio(ledger.cycles(), withoutMonitor.cycles()));
    metrics.figure(name + ".exits", Unit.COUNT, ledger::exits);
    metrics.figure(
        name + ".ring-transitions",
        Unit.COUNT,
        () -> technique.usesRings() ? rings.counted(ledger) : 0);
    for (ExitReason reason : ExitReason.values()) {
      metrics.figure(name + ".exits-by." + reason.word(), Unit.COUNT, () -> ledger.exits(reason));
    }
  }

  private static double ratio(long part, long whole) {
    return whole == 0 ? Double.NaN : (double) part / whole;
  }

  private void addProperties(String name, Metrics metrics) {
    metrics.figure(name + ".fidelity", Unit.NONE, () -> truth(machine.wrongSteps() == 0));
    metrics.figure(name + ".wrong-steps", Unit.COUNT, machine::wrongSteps);
    metrics.figure(
        name + ".direct-share",
        Unit.RATIO,
        () -> ratio(ledger.directInstructions(), ledger.instructions()));
    metrics.figure(name + ".safety", Unit.NONE, () -> truth(machine.escapes() == 0));
    metrics.figure(name + ".escapes", Unit.COUNT, machine::escapes);
    metrics.figure(name + ".refused", Unit.COUNT, machine::refused);
  }

  private void addTheorems(
      String name,
      InstructionSet set,
      GuestProgramSpec spec,
      RandomStream random,
      Metrics metrics) {
    PopekGoldberg decided = PopekGoldberg.of(set);
    metrics.figure(name + ".theorem-1", Unit.NONE, () -> truth(decided.virtualizable()));
    metrics.figure(name + ".theorem-2", Unit.NONE, () -> truth(decided.recursivelyVirtualizable()));
    metrics.figure(name + ".theorem-3", Unit.NONE, () -> truth(decided.hybridVirtualizable()));
    metrics.figure(name + ".critical-instructions", Unit.COUNT, () -> decided.critical().size());
    Technique fresh =
        spec.technique().make(spec, Costs.of(spec.processor()), new Traps(set), random);
    metrics.figure(
        name + ".unfaithful-instructions", Unit.COUNT, () -> Faithfulness.wrong(set, fresh).size());
  }

  private static double truth(boolean holds) {
    return holds ? 1 : 0;
  }

  @Override
  public void handle(int kind, long argument, Object reference) {
    if (kind == BEGIN && repetitions == 0) {
      startNs = simulation.now();
    }
    if (kind != BEGIN) {
      sampler.ifPresent(s -> s.sample(simulation.now(), ledger.cycles(), withoutMonitor.cycles()));
    }
    if (kind == PAUSE) {
      pause(argument);
    } else if (kind == POLLED) {
      simulation.schedule(argument, this, BEGIN, 0, Simulation.NO_REFERENCE);
    } else if (round < rounds) {
      compute();
    } else {
      endNs = simulation.now();
    }
  }

  /** The host may look for work first, and then give the core away for what is left. */
  private void pause(long ns) {
    Technique.Idle idle = technique.idle(ns);
    owed += idle.wakeCycles();
    ledger.overhead(idle.wakeCycles());
    long left = ns - idle.busyNs();
    if (idle.busyNs() > 0) {
      task.execute(cycles(idle.busyNs()), this, POLLED, left, Simulation.NO_REFERENCE);
    } else {
      simulation.schedule(left, this, BEGIN, 0, Simulation.NO_REFERENCE);
    }
  }

  /** Phases one after the other, up to a pause, or until they are a piece of some length. */
  private void compute() {
    long before = ledger.cycles();
    long idleNs = 0;
    while (round < rounds && idleNs == 0 && ledger.cycles() - before < pieceCycles) {
      idleNs = run(phases.get(at));
    }
    boolean pauses = idleNs > 0 && round < rounds;
    task.execute(
        owed + ledger.cycles() - before,
        this,
        pauses ? PAUSE : COMPUTED,
        idleNs,
        Simulation.NO_REFERENCE);
    owed = 0;
  }

  /** Runs a phase, and goes on to the next; returns the pause behind it. */
  private long run(Phase phase) {
    phase.charge(technique, pages.isPresent(), ledger);
    phase.charge(bare, pages.isPresent(), withoutMonitor);
    pages.ifPresent(phase::page);
    rings.add(phase);
    phase.carryOut(technique, machine);
    repetitions += phase.repeat();
    at++;
    if (at == phases.size()) {
      at = 0;
      round++;
    }
    return phase.idleNs();
  }
}
