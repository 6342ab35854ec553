package vdcsim.hypervisor.vm;

import java.util.Optional;
import vdcsim.kernel.quantity.DataRate;
import vdcsim.kernel.quantity.DataSize;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.spec.Shorthand;

/** What a scenario says about a host that runs virtual machines. */
@Doc("A hypervisor.")
@Shorthand("memory")
public record HypervisorSpec(
    @Key(value = "The memory that it can give to virtual machines.", example = "64 GiB")
        DataSize memory,
    @Key(
            value = "How many virtual processors it takes on; any number unless given.",
            example = "64")
        Optional<Integer> vcpus,
    @Key(
            value = "How fast machines read their images, all together.",
            fallback = "4 Gbps",
            source = "a solid-state disk of 500 MB/s")
        DataRate imageRate) {

  public HypervisorSpec {
    if (vcpus.isPresent() && vcpus.get() < 1) {
      throw new Refusal("vcpus", "vcpus must be at least 1, was " + vcpus.get());
    }
    if (imageRate.bitsPerSecond() == 0) {
      throw new Refusal("image-rate", "image-rate must be more than 0 bps");
    }
  }

  /** A hypervisor that takes on any number of processors, whose machines read at 4 Gbps. */
  public HypervisorSpec(DataSize memory) {
    this(memory, Optional.empty(), DataRate.ofGigabits(4));
  }
}
