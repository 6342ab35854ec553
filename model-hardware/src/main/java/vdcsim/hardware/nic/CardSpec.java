package vdcsim.hardware.nic;

import java.util.Optional;
import vdcsim.hardware.pci.PcieSpec;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;

/** What a scenario says about what is on a card. */
@Doc("What is on a network card: rings, queues, interrupts, virtual functions.")
public record CardSpec(
    @Key(
            value = "Descriptors of a ring of received frames.",
            fallback = "512",
            source = "Linux, ixgbe: IXGBE_DEFAULT_RXD",
            example = "1024")
        int rxRing,
    @Key(
            value = "Descriptors of a ring of frames to send.",
            fallback = "512",
            source = "Linux, ixgbe: IXGBE_DEFAULT_TXD")
        int txRing,
    @Key(
            value = "Queues among which received flows are spread, each served by a processor.",
            fallback = "1",
            source = "what every card has",
            example = "4")
        int queues,
    @Key(
            value = "How many reads of memory the card has under way.",
            fallback = "4",
            source = "an assumption; one hides no latency, and 4 fill 10 Gb/s")
        int outstanding,
    @Key("Its link; third generation with 8 lanes unless given.") Optional<PcieSpec> pcie,
    @Key("How often it interrupts; at most 20 kHz unless given.")
        Optional<ModerationSpec> moderation,
    @Key("Its driver in the host.") Optional<DriverSpec> driver,
    @Key("What it does in place of software; it cuts and computes checksums unless given.")
        Optional<OffloadsSpec> offloads,
    @Key(
            value = "Virtual functions that it can show, beside the physical one (SR-IOV).",
            fallback = "0",
            source = "SR-IOV is off until somebody asks for it (Linux, sriov_numvfs)",
            example = "7")
        int virtualFunctions,
    @Key(
            value = "Queues for machines into which it sorts what it receives (VMDq).",
            fallback = "0",
            source = "off until somebody asks for it (VMware, NetQueue)",
            example = "4")
        int vmdq) {
  private static final int MOST_RING = 4096;
  private static final int MOST_QUEUES = 128;
  private static final int MOST_VMDQ = 64;
  private static final int MOST_FUNCTIONS = 256;

  public CardSpec {
    within("rx-ring", rxRing, 8, MOST_RING);
    within("tx-ring", txRing, 8, MOST_RING);
    within("queues", queues, 1, MOST_QUEUES);
    within("outstanding", outstanding, 1, MOST_QUEUES);
    within("virtual-functions", virtualFunctions, 0, MOST_FUNCTIONS);
    within("vmdq", vmdq, 0, MOST_VMDQ);
    if (vmdq > 0 && virtualFunctions > 0) {
      throw new Refusal("vmdq", "a card has virtual functions or queues for machines, not both");
    }
  }

  private static void within(String key, int value, int least, int most) {
    if (value < least || value > most) {
      throw new Refusal(
          key, "%s must lie between %d and %d, was %d".formatted(key, least, most, value));
    }
  }

  DriverSpec drivenBy() {
    return driver.orElse(DriverSpec.DEFAULT);
  }

  /** What it does in place of software. */
  public OffloadsSpec offloaded() {
    return offloads.orElse(OffloadsSpec.DEFAULT);
  }

  /** How often its queues interrupt. */
  public ModerationSpec moderated() {
    return moderation.orElse(ModerationSpec.DEFAULT);
  }

  PcieSpec link() {
    return pcie.orElseGet(() -> PcieSpec.of(3, 8));
  }
}
