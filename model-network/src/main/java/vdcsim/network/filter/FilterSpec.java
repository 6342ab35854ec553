package vdcsim.network.filter;

import java.util.Optional;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;

/** What a scenario says about which packets a machine lets pass. */
@Doc("A packet filter: which packets a machine takes in, passes on, and sends.")
public record FilterSpec(
    @Key(value = "For packets to the machine itself.", example = "drop") Optional<ChainSpec> input,
    @Key(value = "For packets that it passes on.", example = "drop") Optional<ChainSpec> forward,
    @Key(value = "For packets that it makes.", example = "accept") Optional<ChainSpec> output) {}
