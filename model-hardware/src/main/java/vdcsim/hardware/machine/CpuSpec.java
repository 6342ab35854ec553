package vdcsim.hardware.machine;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vdcsim.hardware.cpu.Topology;
import vdcsim.hardware.cpu.fair.Tunables;
import vdcsim.kernel.quantity.Frequency;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;

/** What a scenario says about the processors of a host. */
@Doc("The processors of a host, and how tasks share them.")
public record CpuSpec(
    @Key(
            value = "Sockets, each with a processor chip.",
            fallback = "1",
            source = "the least that a machine has",
            example = "2")
        int sockets,
    @Key(
            value = "Cores in a socket.",
            fallback = "4",
            source = "Intel Xeon 5500, four cores a socket",
            example = "8")
        int cores,
    @Key("Hardware threads of a core; without it, one.") Optional<ThreadsSpec> threads,
    @Key("Memory nodes; without it, all memory is equally near.") Optional<NumaSpec> numa,
    @Key(
            value = "Cycles in a second.",
            fallback = "3 GHz",
            source = "a common clock of servers",
            example = "2.4 GHz")
        Frequency clock,
    @Key(
            value = "How tasks take turns.",
            fallback = "eevdf",
            source = "Linux from 6.6 on",
            example = "cfs")
        SchedulerKind scheduler,
    @Key(
            value = "The period of the clock at which turns end.",
            fallback = "4 ms",
            source = "Linux, CONFIG_HZ=250")
        Duration tick,
    @Key(
            value = "What it takes to switch to another task.",
            fallback = "770 ns",
            source = "lmbench, 2 processes of 0 KB on Linux (Barham et al. 2003, table 4)")
        Duration switchTime,
    @Key(
            value = "How processors sleep that have nothing to do, and how long they take to wake.",
            fallback = "none",
            example = "sandy-bridge")
        IdleKind idleStates,
    @Key(
            value =
                "Whether a task that an interrupt wakes comes to the processor of the interrupt, if"
                    + " that has nothing else to run, as Linux before 4.16 had it (wake_affine);"
                    + " otherwise it stays where it ran last, if that is idle.",
            fallback = "false")
        boolean wakeAtInterrupts,
    @Key("Under 'eevdf', how it works.") Optional<EevdfSpec> eevdf,
    @Key("Under 'credit', how it works.") Optional<CreditSpec> credit,
    @Key("Under 'credit2', how it works.") Optional<Credit2Spec> credit2,
    @Key(
            value = "Groups of tasks by name, each behind the group that it is in.",
            example = "{ a: { shares: 512 } }")
        Map<String, GroupSpec> groups) {
  private static final int MOST_CPUS = 4096;
  private static final Frequency USUAL_CLOCK = new Frequency(3_000_000_000L);

  public CpuSpec {
    groups = new LinkedHashMap<>(groups);
    atLeastOne("sockets", sockets);
    atLeastOne("cores", cores);
    if ((long) sockets * cores * threads.map(ThreadsSpec::perCore).orElse(1) > MOST_CPUS) {
      throw new Refusal("cores", "a host has at most " + MOST_CPUS + " processors");
    }
    int nodes = numa.flatMap(NumaSpec::nodes).orElse(sockets);
    if (nodes < 1 || sockets * cores % nodes != 0) {
      throw new Refusal(
          "numa", "%d cores cannot be split into %d nodes".formatted(sockets * cores, nodes));
    }
    if (clock.hertz() < 1_000_000) {
      throw new Refusal("clock", "a clock has at least 1 MHz, was " + clock.hertz() + " Hz");
    }
    if (tick.toNanos() < 100_000) {
      throw new Refusal("tick", "a tick is at least 100 us, was " + tick.toNanos() + " ns");
    }
    SchedulerKind chosen = scheduler;
    groups.values().forEach(group -> group.check(chosen));
    boolean grouped =
        scheduler != SchedulerKind.RUN_TO_COMPLETION
            && scheduler != SchedulerKind.PROCESSOR_SHARING;
    if (!grouped && !groups.isEmpty()) {
      throw new Refusal(
          "groups", "this scheduler knows no groups; take eevdf, cfs, credit or credit2");
    }
    alone("eevdf", eevdf.isPresent(), scheduler == SchedulerKind.EEVDF);
    alone("credit", credit.isPresent(), scheduler == SchedulerKind.CREDIT);
    alone("credit2", credit2.isPresent(), scheduler == SchedulerKind.CREDIT2);
  }

  private static void alone(String key, boolean said, boolean chosen) {
    if (said && !chosen) {
      throw new Refusal(key, "this is of the scheduler '" + key + "' alone");
    }
  }

  private static void atLeastOne(String key, int value) {
    if (value < 1) {
      throw new Refusal(key, key + " must be at least 1, was " + value);
    }
  }

  /** The processors of a virtual machine, as its own system sees them. */
  public static CpuSpec virtual(
      int vcpus,
      SchedulerKind scheduler,
      Duration tick,
      Duration switchTime,
      Map<String, GroupSpec> groups) {
    if (scheduler == SchedulerKind.PROCESSOR_SHARING) {
      throw new Refusal("scheduler", "a machine's own tasks take turns; take eevdf or cfs");
    }
    return new CpuSpec(1, vcpus, USUAL_CLOCK, scheduler, tick, switchTime, groups);
  }

  /** Processors that are all alike. */
  public CpuSpec(
      int sockets,
      int cores,
      Frequency clock,
      SchedulerKind scheduler,
      Duration tick,
      Duration switchTime,
      Map<String, GroupSpec> groups) {
    this(
        sockets,
        cores,
        Optional.empty(),
        Optional.empty(),
        clock,
        scheduler,
        tick,
        switchTime,
        IdleKind.NONE,
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        groups);
  }

  /** The slice of EEVDF on one processor. */
  long baseSliceNs() {
    return eevdf.map(spec -> spec.baseSlice().toNanos()).orElse(Tunables.BASE_SLICE_NS);
  }

  /** How many logical processors there are. */
  int count() {
    return sockets * cores * threads.map(ThreadsSpec::perCore).orElse(1);
  }

  Topology topology() {
    return new Topology(
        sockets * cores,
        threads.map(ThreadsSpec::byBusy).orElse(List.of(1.0)),
        numa.isPresent() ? numa.get().nodes().orElse(sockets) : 1,
        numa.map(NumaSpec::farCost).orElse(1.0));
  }
}
