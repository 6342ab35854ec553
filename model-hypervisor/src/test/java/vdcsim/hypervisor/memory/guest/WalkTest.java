package vdcsim.hypervisor.memory.guest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vdcsim.hypervisor.memory.pagetable.PageSize;
import vdcsim.hypervisor.memory.tlb.Tags;
import vdcsim.hypervisor.memory.tlb.TlbSpec;

/** References of walks, counted by hand. */
class WalkTest {
  private static SpecBuilder nothingKept(PagingKind paging) {
    SpecBuilder guest = new SpecBuilder();
    guest.paging = paging;
    guest.tlb = TlbSpec.NOTHING;
    return guest;
  }

  /** References of a read of a page that has been written before. */
  private static long references(SpecBuilder guest) {
    Machines machine = new Machines(guest);
    machine.write(3);
    machine.mmu.restart();
    machine.read(3);
    return machine.mmu.walkReferences();
  }

  /** Each of the guest's levels is looked for in the monitor's table, then read; then the page. */
  @ParameterizedTest
  @CsvSource({"4,4,24", "5,5,35", "4,3,19", "3,4,19", "3,3,15", "5,4,29", "4,5,29"})
  void aWalkInTwoDimensionsReadsBothTables(int levels, int nestedLevels, long references) {
    SpecBuilder guest = nothingKept(PagingKind.NESTED);
    guest.levels = levels;
    guest.nestedLevels = nestedLevels;
    assertThat(references(guest)).isEqualTo(references);
  }

  @ParameterizedTest
  @CsvSource({"NATIVE,3", "NATIVE,4", "NATIVE,5", "SHADOW,4", "SHADOW,5", "DIRECT,4", "DIRECT,5"})
  void aWalkInOneDimensionReadsEachLevelOnce(PagingKind paging, int levels) {
    SpecBuilder guest = nothingKept(paging);
    guest.levels = levels;
    assertThat(references(guest)).isEqualTo(levels);
  }

  /** 3 levels of the guest: 3 x (4 + 1) + 4 with small pieces, 3 x (3 + 1) + 3 with large ones. */
  @ParameterizedTest
  @CsvSource({"SMALL,19", "LARGE,15", "HUGE,11"})
  void largePagesShortenBothDimensions(PageSize backing, long references) {
    SpecBuilder guest = nothingKept(PagingKind.NESTED);
    guest.pageSize = PageSize.LARGE;
    guest.workingSet = 4 * PageSize.LARGE.bytes();
    guest.backing = backing;
    assertThat(references(guest)).isEqualTo(references);
  }

  /** The cache of directories leads to the last level: one reference; the next entry's too. */
  @Test
  void aPagingStructureCacheLeavesOneReference() {
    SpecBuilder guest = nothingKept(PagingKind.NATIVE);
    guest.tlb = new TlbSpec(0, 1, 0, 0, 0, 7, 24, 4, 0, Tags.VPID);
    Machines machine = new Machines(guest);
    machine.write(3);
    machine.write(4);
    machine.mmu.clear();
    machine.mmu.restart();
    machine.read(3);
    assertThat(machine.mmu.walkReferences()).isEqualTo(4);
    machine.read(4);
    assertThat(machine.mmu.walkReferences()).isEqualTo(5);
  }

  /** Combined caches know where the guest's table lies: its entry, and the page's 4 references. */
  @Test
  void underNestedPagingThePageItselfStillHasToBeFound() {
    SpecBuilder guest = nothingKept(PagingKind.NESTED);
    guest.tlb = new TlbSpec(0, 1, 0, 0, 0, 7, 24, 0, 0, Tags.VPID);
    Machines machine = new Machines(guest);
    machine.write(3);
    machine.write(4);
    machine.read(3);
    machine.mmu.restart();
    machine.read(4);
    // The directory entry of the monitor's table is cached as well: 1 + 1 references.
    assertThat(machine.mmu.walkReferences()).isEqualTo(2);
  }

  @Test
  void aTranslationThatIsKeptCostsNoReference() {
    SpecBuilder guest = new SpecBuilder();
    Machines machine = new Machines(guest);
    machine.write(3);
    machine.mmu.restart();
    machine.read(3);
    machine.write(3);
    assertThat(machine.mmu.walkReferences()).isZero();
    assertThat(machine.mmu.accesses()).isEqualTo(2);
    assertThat(machine.mmu.misses()).isZero();
  }

  /** The first write to a page that was only read walks, to mark it dirty. */
  @Test
  void aFirstWriteWalksOnceMore() {
    SpecBuilder guest = new SpecBuilder();
    guest.paging = PagingKind.NATIVE;
    Machines machine = new Machines(guest);
    machine.read(3);
    machine.mmu.restart();
    machine.write(3);
    machine.write(3);
    assertThat(machine.mmu.walks()).isEqualTo(1);
  }
}
