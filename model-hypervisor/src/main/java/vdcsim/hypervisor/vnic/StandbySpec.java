package vdcsim.hypervisor.vnic;

import java.time.Duration;
import java.util.Optional;
import vdcsim.kernel.quantity.DataRate;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.spec.Shorthand;

/** What a scenario says about the virtio card that stands by for a virtual function. */
@Doc("A virtio card with the same address that takes over while a virtual function is away.")
@Shorthand("attach")
public record StandbySpec(
    @Key(
            value = "The bridge that it is attached to; the host's first one unless given.",
            example = "br0")
        Optional<String> attach,
    @Key(
            value = "How its queues are served: 'virtio' or 'vhost'.",
            fallback = "virtio",
            source = "OASIS virtio 1.2, 5.1.3: VIRTIO_NET_F_STANDBY is a feature of virtio-net")
        VnicModel model,
    @Key(
            value =
                "What the guest takes to give the function up when it is asked: the event of ACPI,"
                    + " its driver, the eject. Longer than the migration waits: it never does.",
            fallback = "500 ms",
            source = "an estimate: to stop a driver of a virtual function takes tenths of a second",
            example = "1 s")
        Duration unplug,
    @Key(
            value = "What the guest takes to find a function that is plugged in, and its driver.",
            fallback = "500 ms",
            source = "an estimate, as above",
            example = "1 s")
        Duration plug,
    @Key("How it works inside.") Optional<CardSpec> card) {

  public StandbySpec {
    if (model != VnicModel.VIRTIO && model != VnicModel.VHOST) {
      throw new Refusal(
          "model", "a card that stands by is 'virtio' or 'vhost', was '" + model.word() + "'");
    }
  }

  /** The card that it is. */
  VnicSpec vnic(VnicSpec of) {
    return new VnicSpec(
        model,
        attach,
        DataRate.ofGigabits(10),
        of.queue(),
        of.mtu(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        card,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
