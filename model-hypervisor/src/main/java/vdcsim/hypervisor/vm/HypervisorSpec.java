package vdcsim.hypervisor.vm;

import vdcsim.kernel.quantity.DataSize;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Shorthand;

/** What a scenario says about a host that runs virtual machines. */
@Doc("A hypervisor.")
@Shorthand("memory")
public record HypervisorSpec(
    @Key(value = "The memory that it can give to virtual machines.", example = "64 GiB")
        DataSize memory) {}
