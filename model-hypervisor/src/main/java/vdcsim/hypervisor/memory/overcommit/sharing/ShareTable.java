package vdcsim.hypervisor.memory.overcommit.sharing;

import java.util.Map;
import java.util.TreeMap;

/**
 * The frames of shared pages, and hints to pages that may be shared, found by the 64-bit hash of
 * their content.
 *
 * <p>A shared frame has a count of 16 bits, which says how many pages stand on it. Counts that need
 * more, as that of the page of zeros, run over into a table of their own. A hint names a page that
 * had this content when it was looked at.
 */
public final class ShareTable {
  /** No frame, no hint. */
  public static final int NONE = -1;

  /** What an entry takes: the hash, the frame or page, the count, the link in its chain. */
  static final int ENTRY_BYTES = 16;

  /** What a count of more than 16 bits takes beside its entry. */
  static final int OVERFLOW_BYTES = 8;

  private static final byte EMPTY = 0;
  private static final byte HINT = 1;
  private static final byte SHARED = 2;
  private static final int FIRST_ROOM = 1024;
  private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;

  // Arrays with linear probing, not a map of objects: 19 bytes an entry, none to collect.
  private byte[] kinds = new byte[FIRST_ROOM];
  private long[] contents = new long[FIRST_ROOM];
  private long[] values = new long[FIRST_ROOM];
  private char[] counts = new char[FIRST_ROOM];
  private int entries;
  private int frames;
  private final Map<Long, Integer> overflow = new TreeMap<>();

  /** A table without entries. */
  public ShareTable() {}

  /** The frame that holds this content for those who share it, or {@link #NONE}. */
  public int frame(long content) {
    int at = find(content);
    return kinds[at] == SHARED ? (int) values[at] : NONE;
  }

  /** The page that had this content, or {@link #NONE}. */
  public long hint(long content) {
    int at = find(content);
    return kinds[at] == HINT ? values[at] : NONE;
  }

  /** Notes that a page has this content, in place of another page of which that was noted. */
  public void note(long content, long page) {
    int at = find(content);
    if (kinds[at] == SHARED) {
      throw new IllegalStateException("this content is shared, and needs no hint");
    }
    put(at, HINT, content, page);
  }

  /** Takes back the hint to a page, unless the content is that of another page or shared by now. */
  public void forget(long content, long page) {
    int at = find(content);
    if (kinds[at] == HINT && values[at] == page) {
      remove(at);
    }
  }

  /** A frame is shared from now on; one page stands on it. */
  public void share(long content, int frame) {
    int at = find(content);
    put(at, SHARED, content, frame);
    counts[at] = 1;
    frames++;
    grow();
  }

  /** One page more stands on the frame of this content. */
  public void retain(long content) {
    int at = shared(content);
    if (counts[at] == Character.MAX_VALUE) {
      overflow.merge(content, 1, Integer::sum);
    } else {
      counts[at]++;
    }
  }

  /**
   * One page less stands on the frame of this content.
   *
   * @return whether it was the last one; then the frame is shared no longer
   */
  public boolean release(long content) {
    int at = shared(content);
    int more = overflow.getOrDefault(content, 0);
    if (more > 0) {
      if (more == 1) {
        overflow.remove(content);
      } else {
        overflow.put(content, more - 1);
      }
      return false;
    }
    counts[at]--;
    if (counts[at] > 0) {
      return false;
    }
    remove(at);
    frames--;
    return true;
  }

  /** How many pages stand on the frame of this content; 0 if there is none. */
  public long count(long content) {
    int at = find(content);
    return kinds[at] == SHARED ? counts[at] + overflow.getOrDefault(content, 0) : 0;
  }

  /** How many frames are shared. */
  public int frames() {
    return frames;
  }

  /** What the table takes, without empty places. */
  public long bytes() {
    return (long) entries * ENTRY_BYTES + (long) overflow.size() * OVERFLOW_BYTES;
  }

  private int shared(long content) {
    int at = find(content);
    if (kinds[at] != SHARED) {
      throw new IllegalStateException("nothing of this content is shared");
    }
    return at;
  }

  private void put(int at, byte kind, long content, long value) {
    entries += kinds[at] == EMPTY ? 1 : 0;
    kinds[at] = kind;
    contents[at] = content;
    values[at] = value;
    counts[at] = 0;
    if (kind == HINT) {
      grow();
    }
  }

  /** Where a content stands, or the empty place where it would. */
  private int find(long content) {
    int mask = kinds.length - 1;
    int at = home(content, mask);
    while (kinds[at] != EMPTY && contents[at] != content) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private static int home(long content, int mask) {
    return (int) ((content * GOLDEN_RATIO) >>> 32) & mask;
  }

  /** Closes the gap, so that no search stops short. */
  private void remove(int place) {
    int mask = kinds.length - 1;
    int gap = place;
    int at = (gap + 1) & mask;
    while (kinds[at] != EMPTY) {
      int home = home(contents[at], mask);
      if (((at - home) & mask) >= ((at - gap) & mask)) {
        move(at, gap);
        gap = at;
      }
      at = (at + 1) & mask;
    }
    kinds[gap] = EMPTY;
    entries--;
  }

  private void move(int from, int to) {
    kinds[to] = kinds[from];
    contents[to] = contents[from];
    values[to] = values[from];
    counts[to] = counts[from];
  }

  private void grow() {
    if (entries * 2 <= kinds.length) {
      return;
    }
    byte[] oldKinds = kinds;
    long[] oldContents = contents;
    long[] oldValues = values;
    char[] oldCounts = counts;
    int room = oldKinds.length * 2;
    kinds = new byte[room];
    contents = new long[room];
    values = new long[room];
    counts = new char[room];
    for (int i = 0; i < oldKinds.length; i++) {
      if (oldKinds[i] != EMPTY) {
        int at = find(oldContents[i]);
        kinds[at] = oldKinds[i];
        contents[at] = oldContents[i];
        values[at] = oldValues[i];
        counts[at] = oldCounts[i];
      }
    }
  }
}
