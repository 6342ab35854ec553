package vdcsim.hypervisor.memory.nested;

import vdcsim.hypervisor.memory.frames.HostMemory;
import vdcsim.hypervisor.memory.frames.PhysicalMap;
import vdcsim.hypervisor.memory.pagetable.Entry;
import vdcsim.hypervisor.memory.pagetable.PageSize;
import vdcsim.hypervisor.memory.pagetable.TablePage;
import vdcsim.hypervisor.memory.pagetable.TablePages;

/** The monitor's table of a guest (EPT, NPT): from the guest's frames to those of the host. */
final class NestedTable {
  private final TablePages pages;
  private final TablePage root;

  /** A table that maps all of a guest's memory, in pages as large as its frames lie together. */
  NestedTable(PhysicalMap memory, int levels) {
    HostMemory host = memory.host();
    this.pages =
        new TablePages(() -> host.take(HostMemory.MONITOR, 0), frame -> host.release(frame));
    this.root = pages.make(levels);
    int level = memory.order() == 0 ? 1 : memory.order() == PageSize.LARGE.order() ? 2 : 3;
    for (int frame = 0; frame < memory.frames(); frame += 1 << memory.order()) {
      map(frame, memory.hostFrame(frame), level);
    }
  }

  private void map(long guestFrame, long hostFrame, int level) {
    long address = guestFrame << TablePage.shift(1);
    TablePage page = root;
    while (page.level() > level) {
      int index = TablePage.index(address, page.level());
      if (!page.leadsDown(index)) {
        TablePage child = pages.make(page.level() - 1);
        page.link(index, Entry.of(child.frame(), Entry.TO_WRITE), child);
      }
      page = page.child(index);
    }
    long large = level > 1 ? Entry.LARGE : 0;
    page.write(TablePage.index(address, level), Entry.of(hostFrame, Entry.TO_WRITE | large));
  }

  TablePages pages() {
    return pages;
  }

  TablePage root() {
    return root;
  }
}
