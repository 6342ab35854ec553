package vdcsim.hypervisor.save;

import java.time.Duration;
import vdcsim.kernel.quantity.DataRate;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Shorthand;

/** What a scenario says about a machine that is saved. */
@Doc("A machine is written to a file, and gives its memory back.")
@Shorthand("vm")
public record SaveSpec(
    @Key(value = "The machine.", example = "web", names = "vms") String vm,
    @Key(
            value = "How fast the file is written.",
            fallback = "4 Gbps",
            source = "a solid-state disk of 500 MB/s")
        DataRate rate,
    @Key(
            value = "What it takes besides: to halt devices, to leave the lists.",
            fallback = "128 ms",
            source = "Manco et al. 2017, 6.2: Xen's xl and a unikernel, whose memory is nothing",
            example = "30 ms")
        Duration overhead) {}
