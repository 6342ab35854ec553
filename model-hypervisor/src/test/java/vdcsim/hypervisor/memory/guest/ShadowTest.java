package vdcsim.hypervisor.memory.guest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vdcsim.hypervisor.cpu.cost.ExitReason;
import vdcsim.hypervisor.memory.pagetable.PageSize;
import vdcsim.hypervisor.memory.pagetable.TablePage;

/** Exits of a guest with shadow page tables, one by one; costs of the Pentium 4. */
class ShadowTest {
  private static Machines machine(boolean outOfSync) {
    SpecBuilder guest = new SpecBuilder();
    guest.paging = PagingKind.SHADOW;
    guest.outOfSync = outOfSync;
    Machines machine = new Machines(guest);
    for (int page = 0; page < 8; page++) {
      machine.write(page);
    }
    machine.mmu.restart();
    return machine;
  }

  private static TablePage leafTable(Machines machine) {
    TablePage table = machine.kernel.running().space().root();
    while (table.level() > 1) {
      table = table.child(TablePage.index(Kernel.BASE, table.level()));
    }
    return table;
  }

  /** 12733 cycles: what Adams and Agesen measured of a page-table update under hardware assist. */
  @Test
  void eachWriteToAPageTableLeadsToOneExit() {
    Machines machine = machine(false);
    for (int i = 0; i < 10; i++) {
      machine.paging().write(leafTable(machine), 100 + i, 0);
    }
    assertThat(machine.mmu.ledger().exits(ExitReason.TRACED_WRITE)).isEqualTo(10);
    assertThat(machine.exits()).isEqualTo(10);
    assertThat(machine.mmu.ledger().cycles()).isEqualTo(10 * 12_733);
  }

  /** The first write to a page leads to an exit, and the next ones to none until it invalidates. */
  @Test
  void aPageOutOfSyncIsWrittenFreely() {
    Machines machine = machine(true);
    machine.paging().flush();
    machine.mmu.restart();
    for (int i = 0; i < 10; i++) {
      machine.paging().write(leafTable(machine), 100 + i, 0);
    }
    assertThat(machine.exits()).isEqualTo(1);
    machine.paging().invalidate(Kernel.BASE);
    machine.paging().write(leafTable(machine), 100, 0);
    assertThat(machine.mmu.ledger().exits(ExitReason.TRACED_WRITE)).isEqualTo(2);
  }

  /** 11242 cycles: a page fault that the guest has to handle, as measured. */
  @Test
  void aFaultOfTheGuestIsHandedOn() {
    Machines machine = machine(false);
    assertThat(machine.paging().access(machine.kernel.address(20), false))
        .isEqualTo(vdcsim.hypervisor.memory.Paging.Reach.FAULT);
    assertThat(machine.mmu.faults()).isEqualTo(1);
    assertThat(machine.mmu.hiddenFaults()).isZero();
    assertThat(machine.mmu.ledger().cycles()).isEqualTo(11_242);
  }

  /** A process runs for the first time: its pages are mapped, and the shadow is empty. */
  @Test
  void aHiddenFaultFillsTheShadowOfAPage() {
    Machines machine = machine(false);
    GuestProcess child = machine.kernel.fork();
    machine.kernel.run(child);
    machine.mmu.restart();
    for (int page = 0; page < 8; page++) {
      machine.read(page);
    }
    assertThat(machine.mmu.hiddenFaults()).isEqualTo(8);
    assertThat(machine.mmu.faults()).isZero();
    assertThat(machine.exits()).isEqualTo(8);
    for (int page = 0; page < 8; page++) {
      machine.read(page);
    }
    assertThat(machine.exits()).isEqualTo(8);
  }

  /** A page that was only read is mapped read-only, so that its first write is seen: D is set. */
  @Test
  void theFirstWriteToAPageIsAHiddenFault() {
    Machines machine = machine(false);
    machine.read(30);
    machine.mmu.restart();
    machine.write(30);
    assertThat(machine.mmu.hiddenFaults()).isEqualTo(1);
    assertThat(machine.mmu.faults()).isZero();
    machine.mmu.restart();
    machine.write(30);
    assertThat(machine.exits()).isZero();
  }

  /** A move: the write of the entry, and INVLPG; the shadow follows the used entry at once. */
  @Test
  void aMovedPageCostsTwoExits() {
    Machines machine = machine(false);
    machine.kernel.move(3);
    machine.write(3);
    assertThat(machine.mmu.ledger().exits(ExitReason.TRACED_WRITE)).isEqualTo(1);
    assertThat(machine.mmu.ledger().exits(ExitReason.PRIVILEGED_INSTRUCTION)).isEqualTo(1);
    assertThat(machine.exits()).isEqualTo(2);
    assertThat(machine.hostFrame(3)).isEqualTo(machine.wanted(3));
  }

  /** Tables of a process that does not run yet are no tables to the monitor. */
  @Test
  void aForkIsWatchedInTheParentOnly() {
    Machines machine = machine(false);
    machine.kernel.fork();
    assertThat(machine.mmu.ledger().exits(ExitReason.TRACED_WRITE)).isEqualTo(8);
    // 8 entries of the parent, 8 of the child and 3 that lead to its tables.
    assertThat(machine.mmu.updates()).isEqualTo(19);
  }

  @Test
  void aLargePageIsShadowedInPartsWhereItLiesScattered() {
    SpecBuilder guest = new SpecBuilder();
    guest.paging = PagingKind.SHADOW;
    guest.pageSize = PageSize.LARGE;
    guest.workingSet = 2 * PageSize.LARGE.bytes();
    Machines machine = new Machines(guest);
    machine.write(1);
    machine.mmu.restart();
    for (int part = 1; part <= 10; part++) {
      machine.kernel.access(machine.kernel.address(1) + part * 4096L, true);
    }
    assertThat(machine.mmu.hiddenFaults()).isEqualTo(10);
    assertThat(
            machine.paging().hostFrame(machine.kernel.running().space(), Kernel.BASE + (3 << 20)))
        .isEqualTo(-1);
    assertThat(
            machine
                .paging()
                .hostFrame(machine.kernel.running().space(), machine.kernel.address(1) + 5 * 4096L))
        .isEqualTo(machine.memory.hostFrame(machine.kernel.running().frame(1) + 5));
  }
}
