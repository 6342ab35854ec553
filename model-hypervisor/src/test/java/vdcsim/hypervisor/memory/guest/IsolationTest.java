package vdcsim.hypervisor.memory.guest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vdcsim.hypervisor.cpu.cost.ExitReason;
import vdcsim.hypervisor.memory.Paging;
import vdcsim.hypervisor.memory.frames.HostMemory;
import vdcsim.hypervisor.memory.pagetable.Entry;
import vdcsim.hypervisor.memory.pagetable.TablePage;
import vdcsim.kernel.random.RandomStreams;

/** What a guest may not reach. */
class IsolationTest {
  private static Machines machine(PagingKind paging, HostMemory host) {
    SpecBuilder guest = new SpecBuilder();
    guest.paging = paging;
    Machines machine = new Machines(guest, host);
    for (int page = 0; page < 8; page++) {
      machine.write(page);
    }
    machine.mmu.restart();
    return machine;
  }

  private static HostMemory host() {
    return new HostMemory(4096L * (1 << 20), () -> new RandomStreams(3, 0).stream("frames"));
  }

  private static TablePage leafTable(Machines machine) {
    TablePage table = machine.kernel.running().space().root();
    while (table.level() > 1) {
      table = table.child(TablePage.index(Kernel.BASE, table.level()));
    }
    return table;
  }

  @ParameterizedTest
  @EnumSource(
      value = PagingKind.class,
      names = {"SHADOW", "NESTED", "DIRECT"})
  void anAttemptIsRefusedAndCounted(PagingKind paging) {
    Machines machine = machine(paging, host());
    for (int i = 1; i <= 3; i++) {
      assertThat(machine.kernel.reachOut(2)).isEqualTo(Paging.Reach.REFUSED);
      assertThat(machine.mmu.refused()).isEqualTo(i);
    }
    assertThat(machine.mmu.escapes()).isZero();
    machine.read(2);
    assertThat(machine.hostFrame(2)).isEqualTo(machine.wanted(2));
  }

  @Test
  void withoutAMonitorTheAttemptSucceeds() {
    Machines machine = machine(PagingKind.NATIVE, host());
    assertThat(machine.kernel.reachOut(2)).isEqualTo(Paging.Reach.REACHED);
    assertThat(machine.mmu.refused()).isZero();
    assertThat(machine.mmu.escapes()).isEqualTo(1);
  }

  /** Frames of a second guest on the same host, each tried: Xen refuses all of them. */
  @Test
  void noFrameOfANeighbourCanBeMappedUnderXen() {
    HostMemory host = host();
    Machines one = machine(PagingKind.DIRECT, host);
    Machines other = machine(PagingKind.DIRECT, host);
    TablePage table = leafTable(one);
    for (int frame = 0; frame < other.memory.frames(); frame++) {
      long foreign = other.memory.hostFrame(frame);
      one.paging().write(table, 200, Entry.of(foreign, Entry.TO_WRITE));
    }
    one.paging().commit();
    assertThat(one.mmu.refused()).isEqualTo(other.memory.frames());
    assertThat(table.entry(200)).isZero();
  }

  /** A page of a table cannot be mapped writable; read-only it can. */
  @Test
  void aPageTableCannotBeMappedWritableUnderXen() {
    Machines machine = machine(PagingKind.DIRECT, host());
    TablePage table = leafTable(machine);
    long frame = machine.paging().frameFor(table.frame());
    machine.paging().write(table, 200, Entry.of(frame, Entry.TO_WRITE));
    machine.paging().write(table, 201, Entry.of(frame, Entry.TO_READ));
    machine.paging().commit();
    assertThat(machine.mmu.refused()).isEqualTo(1);
    assertThat(table.entry(200)).isZero();
    assertThat(Entry.frame(table.entry(201))).isEqualTo(frame);
  }

  /** A page that is mapped writable cannot become a page of a table. */
  @Test
  void aWritableFrameCannotBecomeAPageTableUnderXen() {
    Machines machine = machine(PagingKind.DIRECT, host());
    TablePage root = machine.kernel.running().space().root();
    TablePage child = machine.kernel.tables().make(root.level() - 1);
    long frame = machine.paging().frameFor(child.frame());
    machine.paging().write(leafTable(machine), 200, Entry.of(frame, Entry.TO_WRITE));
    machine.paging().link(root, 5, child);
    machine.paging().commit();
    assertThat(machine.mmu.refused()).isEqualTo(1);
    assertThat(root.entry(5)).isZero();
  }

  /** A table that hides a foreign frame among its entries is found out when it is first used. */
  @Test
  void aTableIsLookedThroughBeforeItIsUsedUnderXen() {
    Machines machine = machine(PagingKind.DIRECT, host());
    GuestProcess child = machine.kernel.fork();
    TablePage table = child.space().root();
    while (table.level() > 1) {
      table = table.child(TablePage.index(Kernel.BASE, table.level()));
    }
    machine.paging().write(table, 300, Entry.of(machine.paging().foreignFrame(), Entry.TO_READ));
    assertThat(machine.mmu.refused()).isZero();
    machine.paging().load(child.space());
    assertThat(machine.mmu.refused()).isEqualTo(1);
  }

  /** 2048 updates in a hypercall, one in a second one; each alone takes as many calls. */
  @Test
  void updatesAreBatchedUnderXen() {
    Machines machine = machine(PagingKind.DIRECT, host());
    TablePage table = leafTable(machine);
    for (int i = 0; i < 2049; i++) {
      machine.paging().write(table, 300 + i % 8, 0);
    }
    machine.paging().commit();
    assertThat(machine.mmu.ledger().exits(ExitReason.HYPERCALL)).isEqualTo(2);
  }

  /** Nothing else than the guest's own memory is behind its frames, which begin at 0. */
  @Test
  void aGuestsMemoryBeginsAtZeroAndHasNoHole() {
    HostMemory host = host();
    Machines one = machine(PagingKind.NESTED, host);
    Machines other = machine(PagingKind.NESTED, host);
    long scattered = 0;
    for (int frame = 0; frame < one.memory.frames(); frame++) {
      long at = one.memory.hostFrame(frame);
      assertThat(host.owner(at)).isEqualTo(one.memory.owner());
      assertThat(host.guestFrame(at)).isEqualTo(frame);
      assertThat(other.memory.owns(at)).isFalse();
      scattered += frame > 0 && at != one.memory.hostFrame(frame - 1) + 1 ? 1 : 0;
    }
    assertThat(scattered).isGreaterThan(one.memory.frames() * 9L / 10);
    assertThat(one.memory.hostFrame(one.memory.frames())).isEqualTo(-1);
    assertThat(one.memory.hostFrame(-1)).isEqualTo(-1);
  }
}
