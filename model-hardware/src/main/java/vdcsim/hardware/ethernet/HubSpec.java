package vdcsim.hardware.ethernet;

import vdcsim.kernel.quantity.DataRate;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Shorthand;

/** What a scenario says about a hub. */
@Doc("A repeater: all its cables are one shared medium.")
@Shorthand("rate")
public record HubSpec(
    @Key(
            value = "The rate of all its cables.",
            fallback = "100 Mbps",
            source = "IEEE 802.3-2018, clause 27: repeaters of 100BASE-T")
        DataRate rate) {}
