package vdcsim.hypervisor.vnic;

import java.util.Optional;
import vdcsim.hardware.nic.DriverSpec;
import vdcsim.hardware.nic.ModerationSpec;
import vdcsim.hardware.nic.sriov.FunctionSpec;
import vdcsim.hardware.nic.vmdq.BackendSpec;
import vdcsim.hypervisor.io.IoPlatform;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;

/** What a scenario says about a card that is a piece of the host's own. */
@Doc("A card of a machine that is, wholly or in part, a card of the host.")
public record SriovSpec(
    @Key("What the host's driver sets for a virtual function; of a queue of VMDq, the VLAN.")
        Optional<FunctionSpec> function,
    @Key(
            value = "Whose costs its interrupts have.",
            fallback = "kvm",
            source = "Linux has no other")
        IoPlatform platform,
    @Key("How often it interrupts; at most 20 kHz unless given.")
        Optional<ModerationSpec> moderation,
    @Key("Its driver in the machine.") Optional<DriverSpec> driver,
    @Key("What the host's thread behind a queue of VMDq does.") Optional<BackendSpec> backend,
    @Key(
            value =
                "Whether it is given although VT-d does not keep it from the interrupts of others,"
                    + " or, where there is none, from their memory.",
            fallback = "false")
        boolean unsafe) {
  /** What holds when a scenario says nothing. */
  static final SriovSpec DEFAULT =
      new SriovSpec(
          Optional.empty(),
          IoPlatform.KVM,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          false);

  FunctionSpec set() {
    return function.orElse(FunctionSpec.DEFAULT);
  }

  ModerationSpec moderated() {
    return moderation.orElse(ModerationSpec.DEFAULT);
  }

  DriverSpec driven() {
    return driver.orElse(DriverSpec.DEFAULT);
  }

  BackendSpec carried() {
    return backend.orElse(BackendSpec.DEFAULT);
  }
}
