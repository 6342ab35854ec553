package vdcsim.hypervisor.memory.pagetable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/** The pages of page tables of one owner. */
public final class TablePages {
  private final LongSupplier frames;
  private final LongConsumer givenBack;
  private final List<TablePage> pages = new ArrayList<>();
  private final List<TablePage> unused = new ArrayList<>();

  /**
   * No pages yet.
   *
   * @param frames gives a frame for a page
   * @param givenBack takes the frame of a page that is no longer needed
   */
  public TablePages(LongSupplier frames, LongConsumer givenBack) {
    this.frames = frames;
    this.givenBack = givenBack;
  }

  /** An empty page. */
  public TablePage make(int level) {
    long frame = frames.getAsLong();
    if (unused.isEmpty()) {
      TablePage made = new TablePage(pages.size(), level, frame);
      pages.add(made);
      return made;
    }
    TablePage again = unused.remove(unused.size() - 1);
    again.reuse(level, frame);
    return again;
  }

  /** Gives a page back. */
  public void release(TablePage page) {
    givenBack.accept(page.frame());
    unused.add(page);
  }

  /** The page of a number. */
  public TablePage numbered(int number) {
    return pages.get(number);
  }

  /** How many pages are in use. */
  public int count() {
    return pages.size() - unused.size();
  }
}
