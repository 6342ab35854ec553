package vdcsim.hypervisor.memory.overcommit.guest;

import java.util.Arrays;

/** A list of pages in the order in which they were last used; each page is in one list at most. */
final class PageList {
  private static final int NONE = -1;

  // Links in arrays, not a list of objects: 8 bytes a page, and moving one to the front costs no
  // object.
  private final int[] newer;
  private final int[] older;
  private int newest = NONE;
  private int oldest = NONE;
  private int size;

  PageList(int pages) {
    newer = new int[pages];
    older = new int[pages];
    Arrays.fill(newer, NONE);
    Arrays.fill(older, NONE);
  }

  int size() {
    return size;
  }

  /** The page that was not used for the longest time; the list must not be empty. */
  int oldest() {
    return oldest;
  }

  /** The page that was used next after this one; negative behind the newest. */
  int after(int page) {
    return newer[page];
  }

  void add(int page) {
    older[page] = newest;
    newer[page] = NONE;
    if (newest == NONE) {
      oldest = page;
    } else {
      newer[newest] = page;
    }
    newest = page;
    size++;
  }

  void remove(int page) {
    if (newer[page] == NONE) {
      newest = older[page];
    } else {
      older[newer[page]] = older[page];
    }
    if (older[page] == NONE) {
      oldest = newer[page];
    } else {
      newer[older[page]] = newer[page];
    }
    size--;
  }

  void use(int page) {
    if (page != newest) {
      remove(page);
      add(page);
    }
  }
}
