package vdcsim.hypervisor.vcpu;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vdcsim.hardware.machine.CpuSpec;
import vdcsim.hardware.machine.GroupSpec;
import vdcsim.hardware.machine.MemoryUseSpec;
import vdcsim.hardware.machine.SchedulerKind;
import vdcsim.hypervisor.pauseloop.PauseLoopSpec;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;

/** What a scenario says about the virtual processors of a machine. */
@Doc("The virtual processors of a machine, and how they share the host's.")
public record VcpuSpec(
    @Key(
            value =
                "Its weight against the others of the host; without it 256 under credit, 1024"
                    + " otherwise.",
            source = "Xen, xl sched-credit; Linux, cpu.shares",
            example = "512")
        Optional<Integer> weight,
    @Key(
            value =
                "The most that it gets, in percent of one processor, all its virtual processors"
                    + " together; without it, no limit.",
            source = "Xen, xl sched-credit; Linux, cpu.max",
            example = "50")
        Optional<Integer> cap,
    @Key(value = "The group of the host that it is in.", example = "a") Optional<String> in,
    @Key(value = "The host's processors that it may run on; without it, all.", example = "[0, 1]")
        List<Integer> pin,
    @Key(
            value =
                "Whether each virtual processor has one of 'pin' to itself, the first the first.",
            fallback = "false",
            source = "libvirt, vcpupin is optional")
        boolean pinEach,
    @Key("Its memory, where the host has several nodes.") Optional<MemoryUseSpec> memory,
    @Key("Whether a kernel that spins leads to an exit; without it, it does not.")
        Optional<PauseLoopSpec> pauseLoopExiting,
    @Key(
            value = "How tasks take turns in the machine.",
            fallback = "eevdf",
            source = "Linux from 6.6 on",
            example = "cfs")
        SchedulerKind scheduler,
    @Key(
            value = "The period of the machine's clock at which turns end.",
            fallback = "4 ms",
            source = "Linux, CONFIG_HZ=250")
        Duration tick,
    @Key(
            value = "What it takes the machine to switch to another of its tasks.",
            fallback = "770 ns",
            source = "lmbench, 2 processes of 0 KB on Linux (Barham et al. 2003, table 4)")
        Duration switchTime,
    @Key(
            value = "Groups of tasks in the machine, each behind the group that it is in.",
            example = "{ a: { shares: 512 } }")
        Map<String, GroupSpec> groups) {
  /** Linux, cpu.cfs_period_us. */
  private static final Duration PERIOD = Duration.ofMillis(100);

  /** What a machine has of which nothing is said. */
  static final VcpuSpec USUAL =
      new VcpuSpec(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          false,
          Optional.empty(),
          Optional.empty(),
          SchedulerKind.EEVDF,
          Duration.ofMillis(4),
          Duration.ofNanos(770),
          Map.of());

  public VcpuSpec {
    pin = List.copyOf(pin);
    groups = new LinkedHashMap<>(groups);
    if (weight.isPresent() && (weight.get() < 2 || weight.get() > 65_535)) {
      throw new Refusal("weight", "a weight lies between 2 and 65535, was " + weight.get());
    }
    if (cap.isPresent() && cap.get() < 1) {
      throw new Refusal("cap", "a cap is at least 1 %, was " + cap.get());
    }
    if (pinEach && pin.isEmpty()) {
      throw new Refusal("pin-each", "'pin-each' needs 'pin'");
    }
    CpuSpec.virtual(1, scheduler, tick, switchTime, groups);
  }

  CpuSpec processors(int vcpus) {
    return CpuSpec.virtual(vcpus, scheduler, tick, switchTime, groups);
  }

  /** The group that it is on a host with such a scheduler. */
  GroupSpec group(SchedulerKind host) {
    return host.isOfXen()
        ? GroupSpec.credit(weight, cap)
        : GroupSpec.fair(
            in, weight, cap.map(percent -> PERIOD.multipliedBy(percent).dividedBy(100)));
  }

  /** Where a virtual processor may run on a host with so many processors. */
  List<Integer> allowed(int vcpu, int processors) {
    List<Integer> there = pin.stream().filter(cpu -> cpu >= 0 && cpu < processors).toList();
    return pinEach && !there.isEmpty() ? List.of(there.get(vcpu % there.size())) : there;
  }
}
