package vdcsim.hypervisor.memory.overcommit;

import java.util.Arrays;

/** Where each page of a guest is: on a frame, in the swap file, in the balloon, or nowhere yet. */
final class GuestMap {
  /** The guest has not touched the page since it was started, or since the balloon gave it back. */
  static final int UNTOUCHED = -1;

  /** The balloon driver holds the page. */
  static final int BALLOONED = -2;

  /** Places of the swap file are kept as numbers from here downward. */
  private static final int FIRST_PLACE = -3;

  private static final byte SHARED = 1;
  private static final byte SAMPLED = 2;
  private static final byte HINTED = 4;

  final int index;

  /** The number by which the host knows the guest. */
  final int owner;

  // Arrays, not an object a page: 17 bytes a page, so that a guest of 1 GiB takes 4.5 MB.
  private final int[] frames;
  private final byte[] flags;
  private final long[] contents;
  private long[] seen = new long[0];
  private int mapped;
  private int shared;
  private int swapped;
  private int ballooned;
  private int sampledTouched;

  GuestMap(int index, int owner, int pages) {
    this.index = index;
    this.owner = owner;
    this.frames = new int[pages];
    this.flags = new byte[pages];
    this.contents = new long[pages];
    Arrays.fill(frames, UNTOUCHED);
  }

  int pages() {
    return frames.length;
  }

  /** Pages on frames, shared ones included. */
  int mapped() {
    return mapped;
  }

  int shared() {
    return shared;
  }

  int swapped() {
    return swapped;
  }

  int ballooned() {
    return ballooned;
  }

  boolean isMapped(int page) {
    return frames[page] >= 0;
  }

  boolean isShared(int page) {
    return (flags[page] & SHARED) != 0;
  }

  boolean isPrivate(int page) {
    return frames[page] >= 0 && (flags[page] & SHARED) == 0;
  }

  boolean isSwapped(int page) {
    return frames[page] <= FIRST_PLACE;
  }

  int frame(int page) {
    return frames[page];
  }

  int place(int page) {
    return FIRST_PLACE - frames[page];
  }

  long content(int page) {
    return contents[page];
  }

  void hold(int page, long content) {
    contents[page] = content;
  }

  void toFrame(int page, int frame) {
    leave(page);
    frames[page] = frame;
    mapped++;
  }

  void toPlace(int page, int place) {
    leave(page);
    frames[page] = FIRST_PLACE - place;
    swapped++;
  }

  void toBalloon(int page) {
    leave(page);
    frames[page] = BALLOONED;
    ballooned++;
  }

  void toNowhere(int page) {
    leave(page);
    frames[page] = UNTOUCHED;
  }

  void share(int page, boolean isShared) {
    if (isShared != isShared(page)) {
      flags[page] ^= SHARED;
      shared += isShared ? 1 : -1;
    }
  }

  /** Whether the table of shared pages may hold a hint to the page. */
  boolean isHinted(int page) {
    return (flags[page] & HINTED) != 0;
  }

  void hint(int page, boolean isHinted) {
    if (isHinted != isHinted(page)) {
      flags[page] ^= HINTED;
    }
  }

  private void leave(int page) {
    int at = frames[page];
    if (at >= 0) {
      mapped--;
    } else if (at == BALLOONED) {
      ballooned--;
    } else if (at <= FIRST_PLACE) {
      swapped--;
    }
  }

  /** The content at the last look of a scan; as a page of zeros, if there was none. */
  long seen(int page) {
    return seen.length == 0 ? 0 : seen[page];
  }

  void see(int page, long content) {
    if (seen.length == 0) {
      seen = new long[frames.length];
    }
    seen[page] = content;
  }

  /** The page is watched until it is touched. */
  void watch(int page) {
    flags[page] |= SAMPLED;
  }

  void unwatch(int page) {
    flags[page] &= ~SAMPLED;
  }

  void startSample() {
    sampledTouched = 0;
  }

  /** Watched pages that have been touched. */
  int sampledTouched() {
    return sampledTouched;
  }

  /** The guest touches the page. */
  void touch(int page) {
    if ((flags[page] & SAMPLED) != 0) {
      flags[page] &= ~SAMPLED;
      sampledTouched++;
    }
  }
}
