package vdcsim.hypervisor.memory.shadow;

import java.util.Arrays;
import java.util.Optional;
import vdcsim.hypervisor.memory.frames.HostMemory;
import vdcsim.hypervisor.memory.pagetable.Entry;
import vdcsim.hypervisor.memory.pagetable.PageSize;
import vdcsim.hypervisor.memory.pagetable.TablePage;
import vdcsim.hypervisor.memory.pagetable.TablePages;

/**
 * The monitor's shadows: a page for each page of the guest's tables that is in use, and further
 * ones where a large page of the guest lies scattered on the host.
 */
final class ShadowTables {
  private final TablePages pages;

  /** By the number of the guest's page. */
  private TablePage[] shadows = new TablePage[16];

  /** By the number of the shadow: the guest's page, if it is one's. */
  private TablePage[] guests = new TablePage[16];

  /** By the number of the shadow: how many entries lead to it, and one for a root. */
  private int[] uses = new int[16];

  private boolean freed;

  ShadowTables(HostMemory host) {
    this.pages =
        new TablePages(() -> host.take(HostMemory.MONITOR, 0), frame -> host.release(frame));
  }

  TablePages pages() {
    return pages;
  }

  /** The shadow of a page of the guest, if it has one: then writes to it are watched. */
  Optional<TablePage> of(TablePage guest) {
    return Optional.ofNullable(has(guest) ? shadows[guest.number()] : null);
  }

  boolean has(TablePage guest) {
    return guest.number() < shadows.length && shadows[guest.number()] != null;
  }

  /** The shadow of a page of the guest, made if it has none yet. */
  TablePage require(TablePage guest) {
    if (has(guest)) {
      return shadows[guest.number()];
    }
    TablePage made = make(guest.level());
    if (guest.number() >= shadows.length) {
      shadows = Arrays.copyOf(shadows, 2 * guest.number());
    }
    shadows[guest.number()] = made;
    guests[made.number()] = guest;
    return made;
  }

  private TablePage make(int level) {
    TablePage made = pages.make(level);
    if (made.number() >= guests.length) {
      guests = Arrays.copyOf(guests, 2 * made.number());
      uses = Arrays.copyOf(uses, 2 * made.number());
    }
    guests[made.number()] = null;
    uses[made.number()] = 0;
    return made;
  }

  /** A root is in use as long as the guest has it. */
  TablePage requireRoot(TablePage guest) {
    boolean known = has(guest);
    TablePage root = require(guest);
    uses[root.number()] += known ? 0 : 1;
    return root;
  }

  /** The shadow below an entry, which is that of a page of the guest. */
  TablePage below(TablePage shadow, int index, TablePage guestChild) {
    TablePage child = require(guestChild);
    if (!shadow.leadsDown(index) || shadow.child(index) != child) {
      drop(shadow, index);
      attach(shadow, index, child);
    }
    return child;
  }

  /** The shadow below an entry, for parts of a large page of the guest. */
  TablePage parts(TablePage shadow, int index) {
    if (!shadow.leadsDown(index)) {
      drop(shadow, index);
      attach(shadow, index, make(shadow.level() - 1));
    }
    return shadow.child(index);
  }

  private void attach(TablePage shadow, int index, TablePage child) {
    uses[child.number()]++;
    shadow.link(index, Entry.of(child.frame(), Entry.TO_WRITE), child);
  }

  /** Empties an entry; shadows that nothing leads to any more go with it. */
  void drop(TablePage shadow, int index) {
    if (!Entry.has(shadow.entry(index), Entry.PRESENT)) {
      return;
    }
    boolean down = shadow.leadsDown(index);
    shadow.write(index, 0);
    if (down) {
      TablePage child = shadow.child(index);
      uses[child.number()]--;
      if (uses[child.number()] == 0) {
        free(child);
      }
    }
  }

  /** The guest no longer uses a page as one of a table. */
  void forget(TablePage guest) {
    of(guest).ifPresent(this::free);
  }

  private void free(TablePage shadow) {
    for (int index = 0; index < TablePage.ENTRIES; index++) {
      drop(shadow, index);
    }
    TablePage guest = guests[shadow.number()];
    if (guest != null) {
      shadows[guest.number()] = null;
    }
    pages.release(shadow);
    freed = true;
  }

  /** Whether shadows went since this was last asked, so that caches may still lead to them. */
  boolean takeFreed() {
    boolean was = freed;
    freed = false;
    return was;
  }

  /** How large a page of the guest can be on the host. */
  static int hostLevel(int guestLevel, int order) {
    int level = order == 0 ? 1 : order == PageSize.LARGE.order() ? 2 : 3;
    return Math.min(level, guestLevel);
  }
}
