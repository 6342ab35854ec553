package vdcsim.hypervisor.save;

import java.time.Duration;
import java.util.Optional;
import vdcsim.kernel.quantity.DataRate;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Shorthand;

/** What a scenario says about a machine that is restored. */
@Doc("A saved machine is read from its file, and goes on.")
@Shorthand("vm")
public record RestoreSpec(
    @Key(value = "The machine.", example = "web", names = "vms") String vm,
    @Key(value = "Where; without it, where it was.", example = "h2", names = "hosts")
        Optional<String> on,
    @Key(
            value = "How fast the file is read.",
            fallback = "4 Gbps",
            source = "a solid-state disk of 500 MB/s")
        DataRate rate,
    @Key(
            value = "What it takes besides: to make the machine and its devices.",
            fallback = "550 ms",
            source = "Manco et al. 2017, 6.2: Xen's xl and a unikernel, whose memory is nothing",
            example = "20 ms")
        Duration overhead) {}
