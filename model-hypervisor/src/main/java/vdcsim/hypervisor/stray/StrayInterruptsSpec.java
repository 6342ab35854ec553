package vdcsim.hypervisor.stray;

import java.time.Duration;
import java.util.Optional;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;

/** What a scenario says about a driver that makes its device write messages for others' vectors. */
@Doc("A driver in a machine makes its device raise interrupts that are not its own.")
public record StrayInterruptsSpec(
    @Key(value = "The machine.", example = "bad", names = "vms") String vm,
    @Key(value = "Its card; the first that is a device of its own unless given.", example = "eth0")
        Optional<String> card,
    @Key(
            value = "Whose first vector it raises; the host's unless given.",
            example = "victim",
            names = "vms")
        Optional<String> of,
    @Key(value = "How often.", fallback = "1", source = "the least", example = "1000") int messages,
    @Key(
            value = "The time between two.",
            fallback = "10 us",
            source = "an assumption: 100 000 a second, as a storm has them")
        Duration every) {
  public StrayInterruptsSpec {
    if (messages < 1) {
      throw new Refusal("messages", "there is at least 1 message, was " + messages);
    }
    if (every.isZero()) {
      throw new Refusal("every", "every must be more than 0 s");
    }
  }
}
