package vdcsim.hypervisor.vmm;

import java.util.List;
import java.util.Optional;
import vdcsim.hypervisor.io.IoCosts;
import vdcsim.hypervisor.io.IoPlatform;
import vdcsim.hypervisor.io.Legs;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.spec.Shorthand;

/** What a scenario says about where exits of the guests of a host go. */
@Doc("Where a monitor stands, and what each step of an exit's way costs, in cycles.")
@Shorthand("architecture")
public record VmmSpec(
    @Key(
            value = "Where the monitor and the drivers stand.",
            fallback = "kernel-module",
            source = "KVM, the hypervisor of Linux",
            example = "driver-domain")
        VmmArchitecture architecture,
    @Key(
            value = "Out of the guest, in cycles; without it, half of a null exit of KVM (598).",
            source = "half of kvm-vmexit-vmcall, rounded up",
            example = "500")
        Optional<Long> exit,
    @Key(
            value = "Into the guest; without it, the other half (597).",
            source = "half of kvm-vmexit-vmcall",
            example = "500")
        Optional<Long> entry,
    @Key(
            value =
                "From the kernel to a process, and from the process to the kernel, each; without"
                    + " it, 2210.",
            source = "half of kvm-vmexit-inl_from_qemu less kvm-vmexit-inl_from_kernel",
            example = "2000")
        Optional<Long> crossing,
    @Key(
            value =
                "Between the monitor's world and the host's, each way, of a hosted monitor; without"
                    + " it, 3262.",
            source =
                "4.45 us on a Pentium III of 733 MHz (Sugerman et al., USENIX ATC 2001, from"
                    + " memory)",
            example = "4000")
        Optional<Long> worldSwitch,
    @Key(
            value =
                "Telling the driver domain, or the guest, with the interrupt that this needs;"
                    + " without it, 4334 with a driver domain, else 567.",
            source =
                "Xen on x86: a virtual IPI less a hypercall (Dall et al., ISCA 2016, table 2, from"
                    + " memory); QEMU, docs/specs/pci-testdev.txt: portio-wildcard-eventfd, 1762,"
                    + " less kvm-vmexit-vmcall",
            example = "3000")
        Optional<Long> event,
    @Key(
            value =
                "The group of the host that the driver domain, or the thread for posted work, is"
                    + " in.",
            example = "domain-0")
        Optional<String> group,
    @Key(value = "The processors that it may run on; without it, all.", example = "[0]")
        List<Integer> cpus) {
  private static final long MOST = 1_000_000_000;
  private static final long XEN_EVENT = 4334;

  /** What holds on a host that says nothing. */
  static final VmmSpec UNSAID = of(VmmArchitecture.KERNEL_MODULE);

  public VmmSpec {
    cpus = List.copyOf(cpus);
    within("exit", exit);
    within("entry", entry);
    within("crossing", crossing);
    within("world-switch", worldSwitch);
    within("event", event);
  }

  /** An architecture, and every cost at its default. */
  static VmmSpec of(VmmArchitecture architecture) {
    return on(architecture, List.of());
  }

  /** The same, its driver domain or thread on these processors. */
  static VmmSpec on(VmmArchitecture architecture, List<Integer> cpus) {
    Optional<Long> unsaid = Optional.empty();
    return new VmmSpec(
        architecture, unsaid, unsaid, unsaid, unsaid, unsaid, Optional.empty(), cpus);
  }

  private static void within(String key, Optional<Long> cycles) {
    if (cycles.isPresent() && (cycles.get() < 0 || cycles.get() > MOST)) {
      throw new Refusal(
          key, key + " must lie between 0 and " + MOST + " cycles, was " + cycles.get());
    }
  }

  /** What each part of a way costs: as said, else as accesses to devices have it. */
  Legs legs() {
    Legs known = IoCosts.of(IoPlatform.HOSTED).legs();
    long told = architecture == VmmArchitecture.DRIVER_DOMAIN ? XEN_EVENT : known.event();
    return new Legs(
        exit.orElse(known.exit()),
        entry.orElse(known.entry()),
        crossing.orElse(known.crossing()),
        event.orElse(told),
        worldSwitch.orElse(known.worldSwitch()));
  }
}
