package vdcsim.hardware.iommu;

import java.time.Duration;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;

/** What a scenario says about the remapping hardware of a host. */
@Doc("The unit between a host's devices and its memory (VT-d).")
public record IommuSpec(
    @Key(
            value = "Whether interrupts of devices go through a table that says whose they are.",
            fallback = "true")
        boolean interruptRemapping,
    @Key(
            value =
                "Whether interrupts reach a machine that runs without an exit, as descriptors that"
                    + " are posted; it needs processors that virtualize their APIC.",
            fallback = "false")
        boolean postedInterrupts,
    @Key(
            value = "Translations that the unit caches.",
            fallback = "64",
            source = "Neugebauer et al., SIGCOMM 2018, 6.5: 64 entries by their measurement")
        int iotlb,
    @Key(
            value = "Entries above the lowest level that it caches.",
            fallback = "0",
            source = "Malka et al., ASPLOS 2015: a miss takes four dependent references")
        int walkCache,
    @Key(
            value = "Context entries that it caches.",
            fallback = "64",
            source = "an assumption: as many as translations")
        int contextCache,
    @Key(
            value = "Entries of the interrupt table that it caches.",
            fallback = "64",
            source = "an assumption: as many as translations")
        int interruptCache,
    @Key(
            value = "Levels of the tables: 3, 4 or 5, for 39, 48 or 57 bits.",
            fallback = "4",
            source = "VT-d 2.4, 9.3: 48 bits")
        int levels,
    @Key(
            value = "The size of the pages in which a machine's memory is mapped, where it fits.",
            fallback = "small",
            source = "Neugebauer et al., SIGCOMM 2018, 6.5: superpages are a choice (sp_off)")
        MappingSize pageSize,
    @Key(
            value = "What an entry takes that a walk reads.",
            fallback = "82 ns",
            source = "Neugebauer et al., SIGCOMM 2018, 6.5: a miss takes 330 ns, of four entries")
        Duration reference,
    @Key(
            value = "Walks that it has under way.",
            fallback = "6",
            source =
                "an assumption: reads of 64 B that miss then fall by two thirds (the same, 6.5)")
        int walkers,
    @Key(
            value = "What an entry of the invalidation queue takes.",
            fallback = "686 ns",
            source = "Malka et al., ASPLOS 2015, table 1: 2127 cycles of 3.1 GHz")
        Duration invalidation,
    @Key(
            value = "Registers for faults.",
            fallback = "8",
            source = "an assumption: VT-d 2.4, 10.4.2 (NFR) allows 1 to 256")
        int faultRegisters) {
  private static final int MOST_CACHED = 4096;

  /** What holds when a scenario says nothing but that there is one. */
  public static final IommuSpec USUAL =
      new IommuSpec(
          true,
          false,
          64,
          0,
          64,
          64,
          4,
          MappingSize.SMALL,
          Duration.ofNanos(82),
          6,
          Duration.ofNanos(686),
          8);

  public IommuSpec {
    within("iotlb", iotlb, 0, MOST_CACHED);
    within("walk-cache", walkCache, 0, MOST_CACHED);
    within("context-cache", contextCache, 0, MOST_CACHED);
    within("interrupt-cache", interruptCache, 0, MOST_CACHED);
    within("levels", levels, 3, 5);
    within("walkers", walkers, 1, 64);
    within("fault-registers", faultRegisters, 1, 256);
    if (postedInterrupts && !interruptRemapping) {
      throw new Refusal(
          "posted-interrupts",
          "posted interrupts need 'interrupt-remapping: true', whose entries name the descriptors");
    }
  }

  private static void within(String key, int value, int least, int most) {
    if (value < least || value > most) {
      throw new Refusal(
          key, "%s must lie between %d and %d, was %d".formatted(key, least, most, value));
    }
  }
}
