package vdcsim.hypervisor.vm;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vdcsim.hypervisor.boot.BootSpec;
import vdcsim.hypervisor.dirty.DirtySpec;
import vdcsim.hypervisor.dirty.Memory;
import vdcsim.hypervisor.vnic.VnicSpec;
import vdcsim.kernel.quantity.DataSize;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;

/** What a scenario says about a virtual machine. */
@Doc("A virtual machine.")
public record VmSpec(
    @Key(
            value = "The host on which it begins; of several, as 'h*', the first with room for it.",
            example = "h1",
            names = "hosts")
        String on,
    @Key(value = "Virtual processors.", fallback = "1", source = "the least that a machine has")
        int vcpus,
    @Key(value = "Its memory.", example = "4 GiB") DataSize memory,
    @Key(
            value = "How much of the memory holds nothing but zeros.",
            fallback = "0 B",
            source = "a guest that has run for long has written all of its memory")
        DataSize zeros,
    @Key("How it writes to its memory; without it, it writes nothing.") Optional<DirtySpec> dirty,
    @Key(
            value = "Its network cards by name, each at a bridge of its host.",
            example = "{ eth0: { attach: br0 } }")
        Map<String, VnicSpec> nics,
    @Key("How it starts; without it, in no time.") Optional<BootSpec> boot,
    @Key(
            value = "Whether it is started at the beginning.",
            fallback = "true",
            source = "so it is meant")
        boolean started,
    @Key(
            value = "What its clock does while it is paused.",
            fallback = "stands-still",
            source =
                "QEMU, hw/i386/kvm/clock.c: kvm-clock is read at the stop and set to that again",
            example = "runs-on")
        GuestClock clock) {
  private static final int MOST_VCPUS = 4096;

  public VmSpec {
    nics = new LinkedHashMap<>(nics);
    if (vcpus < 1 || vcpus > MOST_VCPUS) {
      throw new Refusal("vcpus", "vcpus must lie between 1 and 4096, was " + vcpus);
    }
    if (memory.bytes() < Memory.PAGE_BYTES) {
      throw new Refusal("memory", "memory has at least a page of 4096 B, was " + memory.bytes());
    }
    long written = dirty.map(d -> d.workingSet().bytes()).orElse(0L);
    if (zeros.bytes() > memory.bytes() || written > memory.bytes() - zeros.bytes()) {
      throw new Refusal(
          zeros.bytes() > memory.bytes() ? "zeros" : "dirty.working-set",
          "zeros (%d B) and working set (%d B) must fit into the memory of %d B"
              .formatted(zeros.bytes(), written, memory.bytes()));
    }
  }

  /** A machine whose clock stands still in pauses. */
  public VmSpec(
      String on,
      int vcpus,
      DataSize memory,
      DataSize zeros,
      Optional<DirtySpec> dirty,
      Map<String, VnicSpec> nics,
      Optional<BootSpec> boot,
      boolean started) {
    this(on, vcpus, memory, zeros, dirty, nics, boot, started, GuestClock.STANDS_STILL);
  }

  /** A machine without network cards. */
  public VmSpec(
      String on,
      int vcpus,
      DataSize memory,
      DataSize zeros,
      Optional<DirtySpec> dirty,
      boolean started) {
    this(on, vcpus, memory, zeros, dirty, Map.of(), Optional.empty(), started);
  }

  Memory layout() {
    return new Memory(memory.bytes() / Memory.PAGE_BYTES, zeros.bytes() / Memory.PAGE_BYTES, dirty);
  }
}
