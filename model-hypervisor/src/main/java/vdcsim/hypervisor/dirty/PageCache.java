package vdcsim.hypervisor.dirty;

import java.util.Arrays;

/**
 * The pages as they were sent last: a place for each page, which others share (QEMU,
 * migration/page_cache.c).
 */
final class PageCache {
  private static final int NONE = -1;

  /** QEMU, CACHED_PAGE_LIFETIME: a page is not replaced in the two rounds after it was used. */
  private static final int LIFETIME = 2;

  private final int[] pages;
  private final int[] ages;

  /** A cache with so many places, a power of two. */
  PageCache(int places) {
    pages = new int[places];
    ages = new int[places];
    Arrays.fill(pages, NONE);
  }

  private int place(int page) {
    return page & (pages.length - 1);
  }

  boolean holds(int page) {
    return pages[place(page)] == page;
  }

  /** A page that it holds was used in a round. */
  void touch(int page, int round) {
    ages[place(page)] = round;
  }

  /** Remembers a page, unless a fresh one has its place. */
  void insert(int page, int round) {
    int place = place(page);
    boolean fresh = pages[place] != NONE && ages[place] + LIFETIME > round;
    if (!fresh) {
      pages[place] = page;
      ages[place] = round;
    }
  }
}
