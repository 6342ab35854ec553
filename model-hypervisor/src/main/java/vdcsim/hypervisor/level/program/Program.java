package vdcsim.hypervisor.level.program;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vdcsim.hardware.cpu.Task;
import vdcsim.hardware.machine.Machine;
import vdcsim.hypervisor.level.Bare;
import vdcsim.hypervisor.level.Bill;
import vdcsim.hypervisor.level.Call;
import vdcsim.hypervisor.level.Cause;
import vdcsim.hypervisor.level.Image;
import vdcsim.hypervisor.level.Level;
import vdcsim.hypervisor.level.Separation;
import vdcsim.hypervisor.level.Separation.Thing;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.metric.Metrics;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.world.Wiring;
import vdcsim.kernel.world.World;

/**
 * A program at a level of virtualization, on a task of a host: its guest starts, it starts, it
 * runs.
 *
 * <p>Metrics, below its name: {@code start-time} from nothing to its first instruction, {@code
 * run-time} from there to its last, {@code cycles} of the run, {@code cycles-per-repetition},
 * {@code slowdown} against the same program with nothing between, {@code speed}, its inverse,
 * {@code share-of.CAUSE} of the cycles, {@code calls}, {@code guest-memory}, {@code isolation}, the
 * share of the things of table {@code isolation} that it has to itself.
 */
public final class Program implements EventHandler {
  private static final int BEGIN = 0;
  private static final int STARTED = 1;

  /** Repetitions are computed together up to this. */
  private static final long PIECE_NS = 1_000_000;

  private final Simulation simulation;
  private final Task task;
  private final Level level;
  private final Level bare = new Bare();
  private final Image image;
  private final List<ProgramPhase> phases = new ArrayList<>();
  private final Bill starting = new Bill();
  private final Bill bill = new Bill();
  private final Bill withoutLevel = new Bill();
  private final int rounds;
  private final long pieceCycles;
  private final long beginNs;
  private long repetitions;
  private long calls;
  private int round;
  private int at;
  private long done;
  private long startedNs = -1;
  private long endNs = -1;

  private Program(String name, ProgramSpec spec, Machine machine, World world) {
    this.simulation = world.simulation();
    this.task = machine.task(name, spec.group(), 0, List.of());
    this.image = spec.pages();
    this.rounds = spec.rounds();
    this.beginNs = spec.start().toNanos();
    this.pieceCycles = machine.processor().cycles(PIECE_NS);
    Metrics metrics = simulation.metrics();
    this.level = Levels.make(name, spec, machine, metrics);
    for (ProgramPhaseSpec phase : spec.phases()) {
      phases.add(new ProgramPhase(phase, machine.processor().cycles(phase.compute().toNanos())));
    }
    addTimes(name, metrics);
    addRest(name, metrics);
    List<String> columns =
        Stream.concat(
                Stream.of("program", "level"), Stream.of(Thing.values()).map(Separation::word))
            .toList();
    simulation.tables().offer("isolation", columns, () -> List.of(isolation(name, spec)));
  }

  /** Makes the program; its guest is started at its time. */
  public static Wiring make(String name, ProgramSpec spec, World world) {
    return () -> {
      Machine machine = Machine.at(spec.on(), world);
      Program made = new Program(name, spec, machine, world);
      world.add(name, made);
      world.simulation().schedule(made.beginNs, made, BEGIN, 0, Simulation.NO_REFERENCE);
    };
  }

  private void addTimes(String name, Metrics metrics) {
    metrics.figure(
        name + ".start-time",
        Unit.NANOSECONDS,
        () -> startedNs < 0 ? Double.NaN : startedNs - beginNs);
    metrics.figure(
        name + ".run-time", Unit.NANOSECONDS, () -> endNs < 0 ? Double.NaN : endNs - startedNs);
    metrics.figure(name + ".cycles", Unit.CYCLES, bill::total);
    metrics.figure(
        name + ".cycles-per-repetition", Unit.CYCLES, () -> ratio(bill.total(), repetitions));
    metrics.figure(name + ".slowdown", Unit.NONE, () -> ratio(bill.total(), withoutLevel.total()));
    metrics.figure(name + ".speed", Unit.RATIO, () -> ratio(withoutLevel.total(), bill.total()));
    for (Cause cause : Cause.values()) {
      metrics.figure(
          name + ".share-of." + cause.word(),
          Unit.RATIO,
          () -> ratio(bill.cycles(cause), bill.total()));
    }
  }

  private void addRest(String name, Metrics metrics) {
    metrics.figure(name + ".calls", Unit.COUNT, () -> calls);
    metrics.figure(name + ".guest-memory", Unit.BYTES, () -> level.memoryBytes(image));
    metrics.figure(
        name + ".isolation",
        Unit.RATIO,
        () -> (double) level.separation().own().size() / Separation.all());
  }

  private static double ratio(long part, long whole) {
    return whole == 0 ? Double.NaN : (double) part / whole;
  }

  private List<String> isolation(String name, ProgramSpec spec) {
    String word = spec.level().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    Stream<String> things =
        Stream.of(Thing.values()).map(t -> level.separation().has(t) ? "own" : "shared");
    return Stream.concat(Stream.of(name, word), things).toList();
  }

  @Override
  public void handle(int kind, long argument, Object reference) {
    if (kind == BEGIN) {
      level.start(image, starting);
      level.call(Call.EXEC, 1, image, starting);
      task.execute(starting.total(), this, STARTED, 0, Simulation.NO_REFERENCE);
      return;
    }
    if (startedNs < 0) {
      startedNs = simulation.now();
    }
    if (round < rounds) {
      compute();
    } else {
      endNs = simulation.now();
    }
  }

  /** As many repetitions as make a piece of some length. */
  private void compute() {
    long before = bill.total();
    while (round < rounds && bill.total() - before < pieceCycles) {
      repeat(before);
    }
    task.execute(bill.total() - before, this, STARTED, 0, Simulation.NO_REFERENCE);
  }

  private void repeat(long pieceBegan) {
    ProgramPhase phase = phases.get(at);
    long beforeOne = bill.total();
    charge(phase, 1);
    long one = Math.max(1, bill.total() - beforeOne);
    long room = (pieceCycles - (bill.total() - pieceBegan)) / one;
    charge(phase, Math.min(phase.repeat() - done, Math.max(0, room)));
    if (done == phase.repeat()) {
      done = 0;
      at = (at + 1) % phases.size();
      round += at == 0 ? 1 : 0;
    }
  }

  private void charge(ProgramPhase phase, long times) {
    if (times > 0) {
      phase.charge(times, level, image, bill);
      phase.charge(times, bare, image, withoutLevel);
      done += times;
      repetitions += times;
      calls += times * phase.callsEach();
    }
  }
}
