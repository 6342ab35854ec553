package vdcsim.hypervisor.stray;

import java.util.Optional;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;

/** What a scenario says about a driver that writes wrong addresses into its device. */
@Doc("A driver in a machine writes wrong addresses into the device that the machine holds.")
public record StrayDmaSpec(
    @Key(value = "The machine.", example = "bad", names = "vms") String vm,
    @Key(value = "Its card; the first that is a device of its own unless given.", example = "eth0")
        Optional<String> card,
    @Key(
            value = "Into the memory of which machine the addresses lead; the host's unless given.",
            example = "victim",
            names = "vms")
        Optional<String> onto,
    @Key(value = "The first page there.", fallback = "0") int page,
    @Key(
            value = "In how many descriptors, a page further in each.",
            fallback = "1",
            source = "the least")
        int descriptors,
    @Key(
            value = "Those of frames to receive, so that the device writes, or of frames to send.",
            fallback = "write")
        Direction direction) {

  /** What the device does with the addresses. */
  @Doc("What a device does with memory.")
  public enum Direction {
    @Doc("it writes received frames there")
    WRITE,
    @Doc("it sends what it reads there")
    READ
  }

  public StrayDmaSpec {
    if (page < 0) {
      throw new Refusal("page", "a page is counted from 0, was " + page);
    }
    if (descriptors < 1) {
      throw new Refusal("descriptors", "there is at least 1 descriptor, was " + descriptors);
    }
  }
}
