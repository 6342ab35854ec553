package vdcsim.hypervisor.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.regex.Pattern;
import vdcsim.hardware.cpu.sharing.Job;
import vdcsim.hardware.cpu.sharing.Share;
import vdcsim.hypervisor.vcpu.VcpuShare;
import vdcsim.hypervisor.vm.VirtualMachine;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.metric.Counter;
import vdcsim.kernel.metric.Metrics;
import vdcsim.kernel.metric.Tally;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.random.Sampler;
import vdcsim.kernel.world.Wiring;
import vdcsim.kernel.world.World;

/**
 * Tasks that come all at once or one by one, each to the next machine, and compute there.
 *
 * <p>Metrics, below its name: {@code submitted} and {@code finished} tasks, {@code completion-time}
 * from a task's coming to its end, {@code last-completion}, when the last one so far ended, {@code
 * cpu-time} that its machines got; with {@code sample} also the courses {@code submitted-course}
 * and {@code finished-course}.
 */
public final class TaskBatch implements EventHandler, Job {
  private final Simulation simulation;
  private final TaskBatchSpec spec;
  private final List<Share> machines;
  private final Sampler instructions;
  private final Optional<Sampler> gap;
  private final long[] submittedNs;
  private final Counter submitted;
  private final Counter finished;
  private final Tally completionTime;
  private final Course course;
  private IntConsumer listener = task -> {};
  private int next;
  private long lastNs = -1;

  private TaskBatch(String name, TaskBatchSpec spec, List<Share> machines, Simulation simulation) {
    this.simulation = simulation;
    this.spec = spec;
    this.machines = machines;
    this.instructions =
        spec.instructions().sampler(simulation.random().stream(name + ".instructions"));
    this.gap = spec.arrivals().map(a -> a.sampler(simulation.random().stream(name + ".arrivals")));
    this.submittedNs = new long[gap.isPresent() ? spec.count() : 0];
    Metrics metrics = simulation.metrics();
    this.submitted = metrics.counter(name + ".submitted", Unit.COUNT);
    this.finished = metrics.counter(name + ".finished", Unit.COUNT);
    this.completionTime = metrics.tally(name + ".completion-time", Unit.NANOSECONDS);
    this.course = new Course(name, spec.sample(), simulation);
    metrics.figure(
        name + ".last-completion", Unit.NANOSECONDS, () -> lastNs < 0 ? Double.NaN : lastNs);
    metrics.figure(name + ".cpu-time", Unit.NANOSECONDS, () -> 1e9 * coreSeconds());
  }

  /** Makes the tasks; their machines must have been made when it is connected. */
  public static Wiring make(String name, TaskBatchSpec spec, World world) {
    return () -> {
      List<Share> machines = new ArrayList<>();
      for (VirtualMachine vm : machines(spec.on(), world)) {
        machines.add(VcpuShare.of(vm, world));
      }
      world.add(name, over(name, spec, machines, world.simulation()));
    };
  }

  /** The tasks of a batch over these shares, whoever they belong to. */
  public static TaskBatch over(
      String name, TaskBatchSpec spec, List<Share> machines, Simulation simulation) {
    TaskBatch made = new TaskBatch(name, spec, List.copyOf(machines), simulation);
    simulation.schedule(spec.start().toNanos(), made, 0, 0, Simulation.NO_REFERENCE);
    return made;
  }

  private static List<VirtualMachine> machines(List<String> patterns, World world) {
    List<VirtualMachine> all = world.all(VirtualMachine.class);
    List<Pattern> names = new ArrayList<>();
    for (String pattern : patterns) {
      Pattern glob = Pattern.compile(Pattern.quote(pattern).replace("*", "\\E.*\\Q"));
      names.add(glob);
      if (all.stream().noneMatch(vm -> glob.matcher(vm.name()).matches())) {
        world.require("on", pattern, VirtualMachine.class, "virtual machine");
      }
    }
    List<VirtualMachine> wanted = new ArrayList<>();
    for (VirtualMachine vm : all) {
      if (names.stream().anyMatch(glob -> glob.matcher(vm.name()).matches())) {
        wanted.add(vm);
      }
    }
    return wanted;
  }

  private double coreSeconds() {
    return machines.stream().mapToDouble(Share::coreSeconds).sum();
  }

  /** Tells {@code who} the number of each task that ends, from 0, from now on. */
  public void onFinished(IntConsumer who) {
    listener = listener.andThen(who);
  }

  /** The next tasks come. */
  @Override
  public void handle(int kind, long argument, Object reference) {
    if (gap.isEmpty()) {
      while (next < spec.count()) {
        submit();
      }
    } else {
      submittedNs[next] = simulation.now();
      submit();
      if (next < spec.count()) {
        simulation.schedule(gap.get().nextLong(), this, 0, 0, Simulation.NO_REFERENCE);
      }
    }
    course.note(submitted.total(), finished.total());
  }

  private void submit() {
    double cycles = instructions.next() * spec.cyclesPerInstruction();
    submitted.increment();
    machines.get(next % machines.size()).submit(next, cycles, this);
    next++;
  }

  @Override
  public int threads() {
    return spec.threads();
  }

  @Override
  public void finished(int task) {
    lastNs = simulation.now();
    finished.increment();
    long beganNs = gap.isEmpty() ? spec.start().toNanos() : submittedNs[task];
    completionTime.record(lastNs - beganNs);
    course.note(submitted.total(), finished.total());
    listener.accept(task);
  }
}
