package vdcsim.hypervisor.register;

import java.time.Duration;
import java.util.Optional;
import vdcsim.hypervisor.io.Handling;
import vdcsim.hypervisor.io.IoPlatform;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;

/** What a scenario says about a guest's driver that touches one register of a device. */
@Doc("A driver in a guest that reads or writes one register of a device again and again.")
public record RegisterAccessSpec(
    @Key(value = "The host that the guest runs on.", example = "h1", names = "hosts") String on,
    @Key(
            value = "The offset of the register.",
            fallback = "1929",
            source = "0x789, as in many a lecture on device models")
        int register,
    @Key(value = "Whether the register is a port, and not memory.", fallback = "true") boolean port,
    @Key(value = "Whether it is read, and not written.", fallback = "false") boolean read,
    @Key(value = "Who answers.", fallback = "user") Handling handling,
    @Key(value = "What exits cost.", fallback = "kvm") IoPlatform platform,
    @Key(
            value = "Cycles that the device model works upon an access.",
            fallback = "2000",
            source = "a few hundred instructions of a process, caches cold")
        int work,
    @Key(
            value = "How long the guest computes between two accesses.",
            fallback = "2 us",
            source = "so that a time line shows both")
        Duration compute,
    @Key(value = "When it begins.", fallback = "0 s") Duration start,
    @Key(value = "How many accesses; without it until the end.", example = "3")
        Optional<Integer> count) {

  /** How far the registers of the device reach. */
  static final int BYTES = 4096;

  public RegisterAccessSpec {
    if (register < 0 || register >= BYTES) {
      throw new Refusal("register", "a register lies between 0 and 4095, was " + register);
    }
    if (work < 0) {
      throw new Refusal("work", "cycles must not be negative, were " + work);
    }
    if (count.isPresent() && count.get() < 1) {
      throw new Refusal("count", "count must be at least 1, was " + count.get());
    }
  }
}
