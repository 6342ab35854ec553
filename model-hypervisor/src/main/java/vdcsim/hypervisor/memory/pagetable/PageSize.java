package vdcsim.hypervisor.memory.pagetable;

import vdcsim.kernel.spec.Doc;

/** The sizes that a page can have. */
public enum PageSize {
  @Doc("4 KiB")
  SMALL(1, "4 KiB"),
  @Doc("2 MiB, mapped one level above")
  LARGE(2, "2 MiB"),
  @Doc("1 GiB, mapped two levels above")
  HUGE(3, "1 GiB");

  private final int level;
  private final String text;

  PageSize(int level, String text) {
    this.level = level;
    this.text = text;
  }

  /** The level of a page table at which such a page is mapped, 1 the lowest. */
  public int level() {
    return level;
  }

  /** The size, for people. */
  public String text() {
    return text;
  }

  /** How many frames it has, as a power of two. */
  public int order() {
    return TablePage.shift(level) - TablePage.shift(1);
  }

  /** How many bytes it has. */
  public long bytes() {
    return 1L << TablePage.shift(level);
  }

  /** The size of a page that is mapped at a level. */
  public static PageSize at(int level) {
    return switch (level) {
      case 1 -> SMALL;
      case 2 -> LARGE;
      case 3 -> HUGE;
      default -> throw new IllegalArgumentException("no page is mapped at level " + level);
    };
  }
}
