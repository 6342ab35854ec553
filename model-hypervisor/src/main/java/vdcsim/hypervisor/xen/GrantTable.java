package vdcsim.hypervisor.xen;

import java.util.Arrays;

/**
 * The grant table of a domain: pages that it lets another domain map, or have copied (Xen,
 * grant_table.h). A grant that is mapped cannot be taken back; whoever tries is refused, and that
 * is counted.
 */
public final class GrantTable {
  private final int[] mappings;
  private final boolean[] granted;
  private final int[] free;
  private int freeCount;
  private long refused;

  /** A table of so many entries, none of them granted. */
  public GrantTable(int entries) {
    this.mappings = new int[entries];
    this.granted = new boolean[entries];
    this.free = new int[entries];
    Arrays.setAll(free, i -> entries - 1 - i);
    this.freeCount = entries;
  }

  /** How many entries are free. */
  public int free() {
    return freeCount;
  }

  /**
   * Grants a page; returns its reference.
   *
   * @throws IllegalStateException if no entry is free
   */
  public int grant() {
    if (freeCount == 0) {
      throw new IllegalStateException(
          "all %d entries of the grant table are in use".formatted(granted.length));
    }
    freeCount--;
    int reference = free[freeCount];
    granted[reference] = true;
    return reference;
  }

  /** The other domain maps a page; returns whether it may. */
  public boolean map(int reference) {
    if (!isGranted(reference)) {
      refused++;
      return false;
    }
    mappings[reference]++;
    return true;
  }

  /** The other domain takes its mapping away; returns whether there was one. */
  public boolean unmap(int reference) {
    if (!isGranted(reference) || mappings[reference] == 0) {
      refused++;
      return false;
    }
    mappings[reference]--;
    return true;
  }

  /** The hypervisor copies from or to a page for the other domain; returns whether it may. */
  public boolean mayCopy(int reference) {
    if (!isGranted(reference)) {
      refused++;
    }
    return isGranted(reference);
  }

  /** Takes a grant back; returns whether that was possible. */
  public boolean end(int reference) {
    if (!isGranted(reference) || mappings[reference] > 0) {
      refused++;
      return false;
    }
    granted[reference] = false;
    free[freeCount] = reference;
    freeCount++;
    return true;
  }

  private boolean isGranted(int reference) {
    return reference >= 0 && reference < granted.length && granted[reference];
  }

  /** How often something was refused. */
  public long refused() {
    return refused;
  }
}
