package vdcsim.hardware.iommu;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.metric.Metrics;

class TranslationUnitTest {
  private static final SourceId CARD = SourceId.of(3, 0, 0);
  private static final long HOST = 1L << 32;
  private static final long PAGE = 4096;

  private final Simulation simulation = new Simulation(1, 0);

  private TranslationUnit unit(int iotlb, int walkCache) {
    IommuSpec usual = IommuSpec.USUAL;
    IommuSpec spec =
        new IommuSpec(
            true,
            false,
            iotlb,
            walkCache,
            64,
            64,
            4,
            MappingSize.SMALL,
            usual.reference(),
            6,
            usual.invalidation(),
            8);
    return new TranslationUnit("h1.iommu" + iotlb + "-" + walkCache, spec, simulation.metrics());
  }

  private Domain given(TranslationUnit unit, int levels, long bytes, MappingSize size) {
    Domain domain = unit.newDomain(levels);
    domain.map(0, HOST, bytes, size, true);
    unit.tables().write(CARD, domain);
    return domain;
  }

  private static long references(TranslationUnit unit, long address) {
    long before = unit.references();
    unit.translate(CARD, address, true);
    return unit.references() - before;
  }

  @Test
  void aFirstRequestReadsRootContextAndAnEntryOfEachLevel() {
    TranslationUnit unit = unit(64, 0);
    given(unit, 4, 1 << 20, MappingSize.SMALL);
    assertThat(unit.translate(CARD, 0x3123, true)).isEqualTo(HOST + 0x3123);
    assertThat(unit.references()).isEqualTo(2 + 4);
  }

  @Test
  void aCachedTranslationReadsNothing() {
    TranslationUnit unit = unit(64, 0);
    given(unit, 4, 1 << 20, MappingSize.SMALL);
    unit.translate(CARD, 0x3000, true);
    assertThat(references(unit, 0x3FFF)).isZero();
    assertThat(references(unit, 0x4000)).as("another page").isEqualTo(4);
  }

  @Test
  void aWalkIsAsLongAsTheTablesAreDeepAndEndsAtALargePage() {
    for (int levels = 3; levels <= 5; levels++) {
      for (MappingSize size : MappingSize.values()) {
        TranslationUnit unit = new TranslationUnit(levels + "." + size, IommuSpec.USUAL, metrics());
        given(unit, levels, 1L << 31, size);
        assertThat(references(unit, PAGE)).isEqualTo(2 + levels - (size.level() - 1));
        assertThat(unit.translate(CARD, 0x4000_1234, true)).isEqualTo(HOST + 0x4000_1234);
      }
    }
  }

  private Metrics metrics() {
    return simulation.metrics();
  }

  @Test
  void oneLargePageServesWhat512SmallOnesDo() {
    TranslationUnit unit = unit(64, 0);
    given(unit, 4, 1L << 21, MappingSize.LARGE);
    unit.translate(CARD, 0, true);
    for (long page = 0; page < 512; page++) {
      assertThat(references(unit, page * PAGE)).isZero();
    }
  }

  @Test
  void aRingOfOnePageMoreThanTheCacheHoldsMissesEachTime() {
    TranslationUnit unit = unit(64, 0);
    given(unit, 4, 1 << 20, MappingSize.SMALL);
    for (int pages = 64; pages <= 65; pages++) {
      for (int i = 0; i < pages; i++) {
        unit.translate(CARD, i * PAGE, true);
      }
      long misses = 0;
      for (int i = 0; i < pages; i++) {
        misses += references(unit, i * PAGE) / 4;
      }
      assertThat(misses).isEqualTo(pages == 64 ? 0 : 65);
    }
  }

  @Test
  void aCacheOfUpperEntriesLeavesTheLowestToBeRead() {
    TranslationUnit unit = unit(4, 16);
    given(unit, 4, 1 << 22, MappingSize.SMALL);
    assertThat(references(unit, 0)).isEqualTo(2 + 4);
    assertThat(references(unit, PAGE)).isEqualTo(1);
    assertThat(references(unit, 1 << 21)).as("the next 2 MiB, below the same entry").isEqualTo(2);
  }

  @Test
  void whatIsNotMappedIsBlockedAndNotCached() {
    TranslationUnit unit = unit(64, 0);
    given(unit, 4, 1 << 20, MappingSize.SMALL);
    for (int i = 0; i < 2; i++) {
      assertThat(unit.translate(CARD, 1 << 20, true)).isEqualTo(TranslationUnit.BLOCKED);
      assertThat(unit.reason()).isEqualTo(FaultReason.WRITE_NOT_ALLOWED);
    }
    assertThat(unit.translate(CARD, 1 << 30, false)).isEqualTo(TranslationUnit.BLOCKED);
    assertThat(unit.reason()).isEqualTo(FaultReason.READ_NOT_ALLOWED);
    assertThat(unit.translate(CARD, 1L << 48, true)).isEqualTo(TranslationUnit.BLOCKED);
    assertThat(unit.reason()).isEqualTo(FaultReason.BEYOND_ADDRESS_WIDTH);
  }

  @Test
  void readOnlyMemoryIsReadAndNotWrittenAlsoOutOfTheCache() {
    TranslationUnit unit = unit(64, 0);
    Domain domain = unit.newDomain(4);
    domain.map(0, HOST, PAGE, MappingSize.SMALL, false);
    unit.tables().write(CARD, domain);
    assertThat(unit.translate(CARD, 8, false)).isEqualTo(HOST + 8);
    assertThat(unit.translate(CARD, 8, true)).isEqualTo(TranslationUnit.BLOCKED);
    assertThat(unit.reason()).isEqualTo(FaultReason.WRITE_NOT_ALLOWED);
  }

  @Test
  void aFunctionInNoDomainGetsNowhere() {
    TranslationUnit unit = unit(64, 0);
    assertThat(unit.translate(CARD, 0, true)).isEqualTo(TranslationUnit.BLOCKED);
    assertThat(unit.reason()).isEqualTo(FaultReason.ROOT_NOT_PRESENT);
    given(unit, 4, PAGE, MappingSize.SMALL);
    assertThat(unit.translate(CARD.plus(1), 0, true)).isEqualTo(TranslationUnit.BLOCKED);
    assertThat(unit.reason()).isEqualTo(FaultReason.CONTEXT_NOT_PRESENT);
  }

  @Test
  void whatWasTakenAwayIsUsedUntilTheCachesAreTold() {
    TranslationUnit unit = unit(64, 0);
    Domain domain = given(unit, 4, 1 << 20, MappingSize.SMALL);
    unit.translate(CARD, 0, true);
    unit.translate(CARD, PAGE, true);
    domain.table().unmap(0, MappingSize.SMALL);
    assertThat(unit.translate(CARD, 0, true)).as("stale").isEqualTo(HOST);
    unit.forgetPages(domain.id(), 0, PAGE);
    assertThat(unit.translate(CARD, 0, true)).isEqualTo(TranslationUnit.BLOCKED);
    assertThat(references(unit, PAGE)).as("its neighbour stays").isZero();

    unit.tables().clear(CARD);
    assertThat(unit.translate(CARD, PAGE, true)).as("stale").isEqualTo(HOST + PAGE);
    unit.forgetContext(CARD);
    assertThat(unit.translate(CARD, PAGE, true)).isEqualTo(TranslationUnit.BLOCKED);
  }

  @Test
  void domainsDoNotShareTranslations() {
    TranslationUnit unit = unit(64, 0);
    given(unit, 4, 1 << 20, MappingSize.SMALL);
    Domain other = unit.newDomain(4);
    other.map(0, 2 * HOST, 1 << 20, MappingSize.SMALL, true);
    unit.tables().write(CARD.plus(8), other);
    assertThat(unit.translate(CARD, 0x5000, true)).isEqualTo(HOST + 0x5000);
    assertThat(unit.translate(CARD.plus(8), 0x5000, true)).isEqualTo(2 * HOST + 0x5000);
  }
}
