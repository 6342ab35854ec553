package vdcsim.hypervisor.vmm;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import vdcsim.kernel.random.Distribution;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;

/** What a scenario says about a guest that accesses a device again and again. */
@Doc("A guest with one virtual processor that computes and accesses a device, in turns.")
public record AccessLoopSpec(
    @Key(value = "Where it runs.", example = "h1", names = "hosts") String on,
    @Key(value = "The group of the host that it is in.", example = "guests") Optional<String> group,
    @Key(value = "The processors that it may run on; without it, all.", example = "[1]")
        List<Integer> cpus,
    @Key(
            value = "Who handles an access.",
            fallback = "process",
            source = "where emulated devices are, in QEMU",
            example = "driver")
        Place to,
    @Key(
            value = "Whether the guest goes on while the device works.",
            fallback = "false",
            source = "a port read has to have its answer")
        boolean posted,
    @Key(
            value = "How long the guest computes before each access.",
            quantity = Duration.class,
            example = "20 us")
        Distribution compute,
    @Key(
            value = "The device's own work for an access, in cycles.",
            fallback = "1240",
            source = "kvm-vmexit-inl_from_kernel less kvm-vmexit-vmcall: emulating an IN")
        long device,
    @Key(value = "How many accesses; without it until the end.", example = "1000")
        Optional<Integer> count,
    @Key(value = "When it starts.", fallback = "0 s") Duration start) {
  private static final long MOST_CYCLES = 1_000_000_000_000L;

  public AccessLoopSpec {
    cpus = List.copyOf(cpus);
    if (device < 0 || device > MOST_CYCLES) {
      throw new Refusal("device", "device must lie between 0 and 10^12 cycles, was " + device);
    }
    if (count.isPresent() && count.get() < 1) {
      throw new Refusal("count", "count must be at least 1, was " + count.get());
    }
  }
}
