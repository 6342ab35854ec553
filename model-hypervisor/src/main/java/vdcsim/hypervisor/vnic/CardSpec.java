package vdcsim.hypervisor.vnic;

import java.time.Duration;
import java.util.Optional;
import vdcsim.hypervisor.io.IoPlatform;
import vdcsim.hypervisor.vnic.xen.Transfer;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;

/** What a scenario says about the inside of a network card of a virtual machine. */
@Doc("How a network card of a virtual machine works inside.")
public record CardSpec(
    @Key(value = "What exits cost.", fallback = "kvm") IoPlatform platform,
    @Key(
            value = "Descriptors of each ring, a power of two.",
            fallback = "256",
            source =
                "QEMU, hw/net/virtio-net.c: queues of 256; Linux, e1000: rings of 256 descriptors")
        int ring,
    @Key(
            value = "Whether each side of a virtqueue says at which entry it wants to be told.",
            fallback = "true",
            source = "QEMU: event_idx is on")
        boolean eventIndex,
    @Key(
            value = "Whether segments of a connection pass as one packet where the card can do it.",
            fallback = "true",
            source = "Linux: TSO and GRO are on")
        boolean offload,
    @Key(
            value = "The least time between two interrupts; without it there is no moderation.",
            source = "Linux, e1000: InterruptThrottleRate of 4000 a second",
            example = "250 us")
        Optional<Duration> moderation,
    @Key(
            value =
                "Whether the driver leaves out doorbells of packets that the next interrupt can"
                    + " announce.",
            fallback = "false",
            source = "Linux, e1000: a write of TDT for each packet")
        boolean batching,
    @Key(
            value = "How the data of a packet get across, of Xen's split driver.",
            fallback = "copy",
            source = "Linux, xen-netback from 3.13 on: grant copy")
        Transfer transfer,
    @Key(
            value = "Whether one thread serves all cards of the host, of Xen's split driver.",
            fallback = "false",
            source = "Linux, xen-netback: a thread for each card")
        boolean sharedThread,
    @Key("Cycles that are not those of the model.") Optional<CardCostsSpec> costs) {

  /** As a scenario has it that says nothing. */
  public static final CardSpec USUAL =
      new CardSpec(
          IoPlatform.KVM,
          256,
          true,
          true,
          Optional.empty(),
          false,
          Transfer.COPY,
          false,
          Optional.empty());

  public CardSpec {
    if (Integer.bitCount(ring) != 1 || ring < 16 || ring > 32768) {
      throw new Refusal("ring", "a ring has a power of two from 16 to 32768, was " + ring);
    }
    if (moderation.isPresent() && moderation.get().isZero()) {
      throw new Refusal("moderation", "moderation must be more than 0 s");
    }
  }
}
