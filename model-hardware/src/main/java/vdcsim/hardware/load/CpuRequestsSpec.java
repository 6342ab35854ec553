package vdcsim.hardware.load;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import vdcsim.hardware.machine.MemoryUseSpec;
import vdcsim.kernel.random.Distribution;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;

/** What a scenario says about requests that need a processor. */
@Doc("Requests that come at a pace, and each compute for a time in one thread.")
public record CpuRequestsSpec(
    @Key(value = "Where they are served.", example = "h1", names = "hosts") String on,
    @Key(value = "The group of the host that the thread is in.", example = "a")
        Optional<String> group,
    @Key(
            value = "How long a request computes.",
            quantity = Duration.class,
            example = "exponential(mean: 5 ms)")
        Distribution cpu,
    @Key(
            value = "The time between two requests.",
            quantity = Duration.class,
            example = "exponential(mean: 50 ms)")
        Distribution every,
    @Key(
            value = "Each request comes late by up to this, evenly spread.",
            fallback = "0 s",
            example = "100 ms")
        Duration jitter,
    @Key(value = "The nice value of the thread.", fallback = "0", source = "POSIX, nice") int nice,
    @Key(value = "The processors that it may run on; without it, all.", example = "[0]")
        List<Integer> cpus,
    @Key("Its memory, where the host has several nodes.") Optional<MemoryUseSpec> memory,
    @Key(value = "When the first request comes.", fallback = "0 s") Duration start,
    @Key(value = "How many requests; without it until the end.", example = "100")
        Optional<Integer> count) {

  public CpuRequestsSpec {
    cpus = List.copyOf(cpus);
    BusyLoopSpec.checkNice(nice);
    if (!(every.mean() > 0)) {
      throw new Refusal("every", "every must be more than 0 s");
    }
    if (count.isPresent() && count.get() < 1) {
      throw new Refusal("count", "count must be at least 1, was " + count.get());
    }
  }
}
