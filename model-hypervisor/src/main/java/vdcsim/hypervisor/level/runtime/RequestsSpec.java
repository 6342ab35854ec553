package vdcsim.hypervisor.level.runtime;

import java.time.Duration;
import java.util.Optional;
import vdcsim.kernel.random.Distribution;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;

/** What a scenario says about requests to a program in a managed-language runtime. */
@Doc("Requests that come at a pace to a program in a managed-language runtime.")
public record RequestsSpec(
    @Key(value = "Where it runs.", example = "h1", names = "hosts") String on,
    @Key(value = "The group of the host that its threads are in.", example = "a")
        Optional<String> group,
    @Key(
            value = "What a request would take, compiled by a native compiler.",
            quantity = Duration.class,
            example = "1 ms")
        Distribution cpu,
    @Key(
            value = "The time between two requests.",
            quantity = Duration.class,
            example = "exponential(mean: 20 ms)")
        Distribution every,
    @Key("The runtime.") Optional<RuntimeSpec> runtime,
    @Key(value = "When the first request comes.", fallback = "0 s") Duration start,
    @Key(value = "How many requests; without it until the end.", example = "100")
        Optional<Integer> count) {

  public RequestsSpec {
    if (!(every.mean() > 0)) {
      throw new Refusal("every", "every must be more than 0 s");
    }
    if (count.isPresent() && count.get() < 1) {
      throw new Refusal("count", "count must be at least 1, was " + count.get());
    }
  }
}
