package vdcsim.hypervisor.vnic;

import java.util.Optional;
import vdcsim.hardware.nic.DriverSpec;
import vdcsim.hardware.nic.ModerationSpec;
import vdcsim.hypervisor.io.IoPlatform;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;

/** What a scenario says about a card of the host that is given to a machine as a whole. */
@Doc("A card of a machine that is a card of the host, as a whole.")
public record PassthroughSpec(
    @Key(
            value =
                "Whose costs its interrupts have; those of KVM cost no exits where the host's VT-d"
                    + " posts them.",
            fallback = "kvm",
            source = "Linux has no other")
        IoPlatform platform,
    @Key("How often it interrupts; at most 20 kHz unless given.")
        Optional<ModerationSpec> moderation,
    @Key("Its driver in the machine.") Optional<DriverSpec> driver,
    @Key(
            value =
                "Whether it is given although nothing keeps it from what is others': without VT-d"
                    + " by telling the machine the host's addresses, as Xen tells paravirtual"
                    + " guests, or without interrupt remapping, as Linux does that was told"
                    + " 'allow_unsafe_interrupts'.",
            fallback = "false")
        boolean unsafe) {

  SriovSpec asFunction() {
    return new SriovSpec(Optional.empty(), platform, moderation, driver, Optional.empty(), unsafe);
  }
}
