package vdcsim.hypervisor.memory.overcommit.load;

import java.time.Duration;
import java.util.Optional;
import vdcsim.kernel.quantity.DataSize;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;

/** What a scenario says about a phase of a program that uses memory. */
@Doc("A phase of a program that uses memory.")
public record MemoryPhaseSpec(
    @Key(value = "How long it lasts.", example = "60 s") Duration time,
    @Key(value = "How much memory it uses; without it, all of the program's.", example = "64 MiB")
        Optional<DataSize> workingSet,
    @Key(value = "Where that begins in the program's memory.", fallback = "0 B") DataSize from,
    @Key(
            value = "How long it pauses after each piece; without it, as the program does.",
            example = "1 ms")
        Optional<Duration> pause) {

  public MemoryPhaseSpec {
    if (time.isZero()) {
      throw new Refusal("time", "a phase lasts longer than 0 s");
    }
    if (workingSet.isPresent() && workingSet.get().bytes() < MemoryLoadSpec.PAGE_BYTES) {
      throw new Refusal("working-set", "a working set has at least a page of 4096 B");
    }
  }
}
