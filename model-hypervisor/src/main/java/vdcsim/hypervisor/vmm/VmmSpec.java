package vdcsim.hypervisor.vmm;

import java.util.List;
import java.util.Optional;
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
            value = "Out of the guest.",
            fallback = "598",
            source = "half of kvm-vmexit-vmcall, rounded up")
        long exit,
    @Key(value = "Into the guest.", fallback = "597", source = "half of kvm-vmexit-vmcall")
        long entry,
    @Key(
            value = "From the kernel to a process, and from the process to the kernel, each.",
            fallback = "2210",
            source = "half of kvm-vmexit-inl_from_qemu less kvm-vmexit-inl_from_kernel")
        long crossing,
    @Key(
            value = "Between the monitor's world and the host's, each way, of a hosted monitor.",
            fallback = "3262",
            source =
                "4.45 us on a Pentium III of 733 MHz (Sugerman et al., USENIX ATC 2001, from"
                    + " memory)")
        long worldSwitch,
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
  private static final long EVENTFD = 567;

  /** What holds on a host that says nothing. */
  static final VmmSpec UNSAID = of(VmmArchitecture.KERNEL_MODULE);

  public VmmSpec {
    cpus = List.copyOf(cpus);
    within("exit", exit);
    within("entry", entry);
    within("crossing", crossing);
    within("world-switch", worldSwitch);
    within("event", event.orElse(0L));
  }

  /** An architecture, and every cost at its default. */
  static VmmSpec of(VmmArchitecture architecture) {
    return new VmmSpec(
        architecture, 598, 597, 2210, 3262, Optional.empty(), Optional.empty(), List.of());
  }

  private static void within(String key, long cycles) {
    if (cycles < 0 || cycles > MOST) {
      throw new Refusal(key, key + " must lie between 0 and " + MOST + " cycles, was " + cycles);
    }
  }

  /** Cycles of telling somebody else. */
  long eventCycles() {
    return event.orElse(architecture == VmmArchitecture.DRIVER_DOMAIN ? XEN_EVENT : EVENTFD);
  }
}
