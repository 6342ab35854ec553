package vdcsim.hypervisor.cpu.hardware;

import java.time.Duration;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.spec.Shorthand;

/** What a scenario says about polling when a guest halts. */
@Doc("How long the host looks for a halted guest's next work before it gives the core away.")
@Shorthand("most")
public record HaltPollingSpec(
    @Key(
            value = "The longest time; 0 s never polls.",
            fallback = "200 us",
            source = "Linux 6.1, arch/x86/include/asm/kvm_host.h: KVM_HALT_POLL_NS_DEFAULT")
        Duration most,
    @Key(
            value = "The first time; it doubles.",
            fallback = "10 us",
            source = "Linux 6.1, virt/kvm/kvm_main.c: halt_poll_ns_grow_start, halt_poll_ns_grow")
        Duration start) {
  public HaltPollingSpec {
    if (most.isNegative()) {
      throw new Refusal("most", "most must not be negative, was " + most);
    }
    if (start.isNegative() || start.isZero()) {
      throw new Refusal("start", "start must be more than 0 s, was " + start);
    }
  }
}
