package vdcsim.hypervisor.boot;

import java.util.Optional;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;

/** What a scenario says about how a machine starts. */
@Doc("What happens between the order to start a machine and its readiness.")
public record BootSpec(
    @Key(
            value = "The hypervisor makes the machine: devices, memory, its place in lists.",
            example = "80 ms")
        Optional<StepSpec> create,
    @Key(value = "The firmware looks for a disk to boot from.", example = "{ waits: 1 s }")
        Optional<StepSpec> firmware,
    @Key(value = "The kernel is read and starts.", example = "{ cpu: 100 ms, disk: 10 MiB }")
        Optional<StepSpec> kernel,
    @Key(
            value = "Services start, until the machine is ready.",
            example = "{ cpu: 1 s, disk: 200 MiB }")
        Optional<StepSpec> userSpace) {}
