package vdcsim.hypervisor.boot;

import java.time.Duration;
import vdcsim.kernel.quantity.DataSize;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Shorthand;

/** What a scenario says about one phase of a start. */
@Doc("A phase of a start: it reads, then computes, then waits.")
@Shorthand("cpu")
public record StepSpec(
    @Key(
            value = "What it computes, as the time that one idle processor takes.",
            fallback = "0 s",
            example = "500 ms")
        Duration cpu,
    @Key(value = "What it reads of the disk.", fallback = "0 B", example = "50 MiB") DataSize disk,
    @Key(value = "What it waits for devices and timers.", fallback = "0 s", example = "100 ms")
        Duration waits) {}
