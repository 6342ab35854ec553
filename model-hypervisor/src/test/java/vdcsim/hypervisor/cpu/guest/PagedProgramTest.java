package vdcsim.hypervisor.cpu.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vdcsim.hypervisor.cpu.PagingEvent;
import vdcsim.hypervisor.cpu.Technique;
import vdcsim.hypervisor.cpu.cost.ExitReason;
import vdcsim.hypervisor.cpu.cost.Ledger;
import vdcsim.hypervisor.cpu.cost.Operation;
import vdcsim.hypervisor.cpu.cost.ProcessorGeneration;
import vdcsim.hypervisor.cpu.hardware.HardwareSpec;
import vdcsim.hypervisor.cpu.paravirtual.ParavirtualSpec;
import vdcsim.hypervisor.cpu.translation.EvictionPolicy;
import vdcsim.hypervisor.cpu.translation.SitePolicy;
import vdcsim.hypervisor.cpu.translation.TranslationSpec;
import vdcsim.hypervisor.isa.Architecture;
import vdcsim.hypervisor.memory.guest.PagesSpec;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.quantity.DataSize;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.world.World;

/** Programs whose pages are modelled: 64 that they use, 64 that come by faults, 20 a reference. */
class PagedProgramTest {
  private static final long SECOND = 1_000_000_000L;
  private static final int PAGES = 64;
  private static final int CHILD = 4;
  private static final PagesSpec MEMORY =
      new PagesSpec(size(PAGES), size(PAGES), size(CHILD), 2, 4, 4, false, Optional.empty(), 20);

  private final Simulation simulation = new Simulation(1, 0);
  private final World world = new World(simulation);

  private static DataSize size(int pages) {
    return new DataSize(pages * 4096L);
  }

  private static GuestProgramSpec spec(
      TechniqueKind technique, boolean nested, int batch, Optional<PagesSpec> memory, PhaseSpec p) {
    return new GuestProgramSpec(
        "h1",
        Optional.empty(),
        technique,
        Optional.empty(),
        nested ? ProcessorGeneration.NEHALEM : ProcessorGeneration.PENTIUM_4,
        List.of(p),
        Optional.empty(),
        1,
        Optional.of(new TranslationSpec(1000, true, SitePolicy.IN_TC, EvictionPolicy.FLUSH, 1)),
        Optional.of(new ParavirtualSpec(batch, 1)),
        Optional.of(HardwareSpec.UNSAID.withNestedPaging(nested)),
        Optional.empty(),
        memory,
        Optional.empty(),
        Duration.ZERO);
  }

  private void run(TechniqueKind technique, boolean nested, int batch, PhaseSpec phase) {
    Guests.host(world);
    GuestProgram.make("g", spec(technique, nested, batch, Optional.of(MEMORY), phase), world)
        .connect();
    simulation.run(100 * SECOND);
  }

  private double metric(String name) {
    return simulation.metrics().read().stream()
        .filter(m -> m.metric().equals("g." + name))
        .findFirst()
        .orElseThrow()
        .statistic("value")
        .orElseThrow();
  }

  /** 128 faults fill a heap of 64 pages twice; between, 64 entries are cleared, and one flush. */
  @Test
  void aPagesLifeIsAFaultAndTwoWatchedWritesUnderAShadow() {
    run(
        TechniqueKind.HARDWARE_ASSISTANCE,
        false,
        1,
        Guests.paging(Map.of("page-fault", 1L), Map.of(), 128));
    assertThat(metric("exits-by.page-fault")).isEqualTo(128);
    assertThat(metric("exits-by.traced-write")).isEqualTo(128 + 64);
    assertThat(metric("exits-by.control-register")).isEqualTo(1);
    assertThat(metric("hidden-faults")).isZero();
    assertThat(metric("cycles"))
        .isEqualTo(128 * 11_242 + 192 * 12_733 + 4_340 + 20 * metric("walk-references"));
  }

  /** The same without any exit: 1093 cycles a fault, and one for each store and the flush. */
  @Test
  void theSameNeedsNoExitUnderNestedPaging() {
    run(
        TechniqueKind.HARDWARE_ASSISTANCE,
        true,
        1,
        Guests.paging(Map.of("page-fault", 1L), Map.of(), 128));
    assertThat(metric("exits")).isZero();
    assertThat(metric("cycles")).isEqualTo(128 * 1_093 + 192 + 1 + 20 * metric("walk-references"));
    assertThat(metric("walk-references")).isGreaterThan(2 * 128);
  }

  /** Translated: 3927 a fault, 391 for a write in the cache, and a callout of 1254 to flush. */
  @Test
  void theSameUnderTranslationWritesInTheCache() {
    run(
        TechniqueKind.BINARY_TRANSLATION,
        false,
        1,
        Guests.paging(Map.of("page-fault", 1L), Map.of(), 128));
    assertThat(metric("exits-by.page-fault")).isEqualTo(128);
    assertThat(metric("exits-by.traced-write")).isZero();
    // The block is translated once, 12 instructions of 2300 cycles, and chained.
    assertThat(metric("cycles"))
        .isEqualTo(
            128 * 3_927 + 192 * 391 + 1_254 + 12 * 2_300 + 1_254 + 20 * metric("walk-references"));
  }

  /** Xen sees the fault, and one request for each entry; the 64 that go are gathered by 16. */
  @Test
  void theSameUnderXenGathersWhatNeedNotBeDoneAtOnce() {
    run(
        TechniqueKind.PARAVIRTUALIZATION,
        false,
        16,
        Guests.paging(Map.of("page-fault", 1L), Map.of(), 128));
    assertThat(metric("exits-by.page-fault")).isEqualTo(128);
    // 64 entries and the flush behind them.
    assertThat(metric("exits-by.hypercall")).isEqualTo(128 + 4 + 1);
  }

  @ParameterizedTest
  @CsvSource({
    "NATIVE, false, 1848",
    "HARDWARE_ASSISTANCE, false, 6188",
    "HARDWARE_ASSISTANCE, true, 1848",
    "BINARY_TRANSLATION, false, 3102",
    "PARAVIRTUALIZATION, false, 4248"
  })
  void anotherAddressSpaceCostsWhatTheTechniqueMakesOfIt(
      TechniqueKind technique, boolean nested, long each) {
    run(technique, nested, 1, Guests.paging(Map.of("context-switch", 1L), Map.of(), 10));
    double once = technique == TechniqueKind.BINARY_TRANSLATION ? 12 * 2_300 + 1_254 : 0;
    assertThat(metric("cycles")).isEqualTo(10 * each + once);
  }

  /**
   * 40 entries are rewritten at once, and gathered by 16: three calls. A new entry is checked, an
   * old one let go.
   */
  @Test
  void updatesAreGathered() {
    run(
        TechniqueKind.PARAVIRTUALIZATION,
        false,
        16,
        Guests.paging(Map.of("page-table-update", 40L), Map.of(), 10));
    assertThat(metric("updates")).isEqualTo(400);
    assertThat(metric("exits-by.hypercall")).isEqualTo(30);
    assertThat(metric("cycles")).isEqualTo(30 * 2_400 + 400 * 2 * 20);
  }

  /**
   * The parent's 64 entries; a flush, to the child, and back. The child's pages 0 and 3 are
   * written: each is a fault of its own, an entry, and an invalidation; pages 1 and 2 are only
   * missing in the shadow. Its end: the link at the top, with which the shadows below it go, and
   * the top itself.
   */
  @Test
  void aForkWritesTheParentsEntriesUnderAShadow() {
    run(
        TechniqueKind.HARDWARE_ASSISTANCE,
        false,
        1,
        Guests.paging(Map.of(), Map.of("fork", 1L), 1));
    assertThat(metric("exits-by.page-fault")).isEqualTo(4);
    assertThat(metric("hidden-faults")).isEqualTo(2);
    assertThat(metric("guest-faults")).isEqualTo(2);
    assertThat(metric("exits-by.privileged-instruction")).isEqualTo(2);
    assertThat(metric("exits-by.control-register")).isEqualTo(3);
    assertThat(metric("exits-by.traced-write")).isEqualTo(64 + 2 + 2);
  }

  /** What is reached for is in the TLB of 64 entries: a cycle each, exits none. */
  @ParameterizedTest
  @EnumSource(
      value = TechniqueKind.class,
      names = {"NATIVE", "HARDWARE_ASSISTANCE", "TRAP_AND_EMULATE", "PARAVIRTUALIZATION"})
  void whatTheTlbHoldsCostsTheSame(TechniqueKind technique) {
    run(technique, false, 1, Guests.paging(Map.of("shadow-fault", 5L), Map.of("touch", 10L), 100));
    assertThat(metric("cycles")).isEqualTo(1000);
    assertThat(metric("slowdown")).isEqualTo(1);
  }

  /** A mapping to a frame that is not the guest's is refused, by each technique in its way. */
  @ParameterizedTest
  @EnumSource(
      value = TechniqueKind.class,
      names = {"HARDWARE_ASSISTANCE", "BINARY_TRANSLATION", "PARAVIRTUALIZATION"})
  void foreignFramesAreRefused(TechniqueKind technique) {
    run(technique, false, 1, Guests.paging(Map.of("foreign-frame", 1L), Map.of(), 3));
    assertThat(metric("refused-frames")).isEqualTo(3);
    assertThat(metric("escaped-frames")).isZero();
  }

  /** On the Pentium 4 each event costs what was measured of an operation of its class. */
  @Test
  void whatWasMeasuredStandsOnce() {
    Technique hardware = Guests.technique(TechniqueKind.HARDWARE_ASSISTANCE, Architecture.X86_VTX);
    for (PagingEvent event :
        List.of(
            PagingEvent.TRUE_FAULT,
            PagingEvent.HIDDEN_FAULT,
            PagingEvent.WATCHED_WRITE,
            PagingEvent.SWITCH)) {
      Ledger ledger = new Ledger();
      hardware.pagingMonitor().charge(event, 0, ledger);
      Ledger measured = Guests.charged(hardware, event.operation(), 1, 1);
      assertThat(ledger.cycles()).as("%s", event).isEqualTo(measured.cycles());
      for (ExitReason reason : ExitReason.values()) {
        assertThat(ledger.exits(reason)).isEqualTo(measured.exits(reason));
      }
    }
  }

  /** Xen on its Xeon: fault (1837) and request (2400) together are the 4237 that were measured. */
  @Test
  void aFaultAndItsRequestAreWhatWasMeasuredTogether() {
    Technique xen =
        Guests.technique(
            Guests.spec(
                TechniqueKind.PARAVIRTUALIZATION,
                Architecture.X86,
                ProcessorGeneration.XEON_2003,
                TranslationSpec.UNSAID,
                ParavirtualSpec.UNSAID,
                HardwareSpec.UNSAID));
    Ledger ledger = new Ledger();
    xen.pagingMonitor().charge(PagingEvent.TRUE_FAULT, 0, ledger);
    assertThat(ledger.cycles()).isEqualTo(1_837);
    xen.pagingMonitor().charge(PagingEvent.REQUEST, 0, ledger);
    assertThat(ledger.cycles())
        .isEqualTo(4_237)
        .isEqualTo(Guests.charged(xen, Operation.PAGE_FAULT, 1, 1).cycles());
  }

  @Test
  void pagesNeedMemoryAndATechniqueThatKnowsThem() {
    PhaseSpec touching = Guests.paging(Map.of(), Map.of("touch", 1L), 1);
    assertThatThrownBy(() -> spec(TechniqueKind.NATIVE, false, 1, Optional.empty(), touching))
        .isInstanceOf(Refusal.class)
        .hasMessage("a phase has 'pages' where the guest has 'memory'");
    assertThatThrownBy(
            () -> spec(TechniqueKind.INTERPRETATION, false, 1, Optional.of(MEMORY), touching))
        .hasMessageStartingWith("page tables are modelled under native");
    assertThatThrownBy(() -> Guests.paging(Map.of(), Map.of("tuch", 1L), 1))
        .hasMessage("nothing is done with pages by 'tuch'; did you mean 'touch'?");
  }
}
