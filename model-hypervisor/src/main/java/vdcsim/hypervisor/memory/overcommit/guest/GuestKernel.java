package vdcsim.hypervisor.memory.overcommit.guest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToLongFunction;

/**
 * A guest's operating system, as far as it gives out memory: free pages, a page cache, programs,
 * and its own swap.
 *
 * <p>Memory is used in pieces of a page's size. A piece has a page or is on the guest's disk. When
 * no page is free, the oldest of the page cache goes, down to a floor; then the oldest of the
 * programs. Dirty pages are written first, a group at a time.
 */
public final class GuestKernel {
  /** There is no page. */
  public static final int NONE = -1;

  /**
   * Pages that are read together, and oldest ones that are written when the first of them must go.
   */
  private static final int GROUP = 16;

  /** The page cache keeps this part of the memory, as long as programs can give pages. */
  private static final int CACHE_FLOOR = 50;

  private static final int NEVER_USED = -1;
  private static final int ON_DISK = -2;

  private final int pages;
  private final int[] free;
  private int freeCount;
  private final BitSet isFree = new BitSet();
  private final int[] pieceOf;
  private final boolean[] dirty;
  private final boolean[] fresh;
  private final PageList cache;
  private final PageList programs;
  private int[] pageOf = new int[0];
  private int[] rangeOf = new int[0];
  private boolean[] changed = new boolean[0];
  private final List<Range> ranges = new ArrayList<>();
  private final long ownSeed;
  private int pieces;
  private int toWrite;
  private int toRead;

  /** Pieces that were added together, and what the first, second and so on hold at first. */
  private record Range(int first, Piece kind, Optional<IntToLongFunction> content) {}

  /**
   * A guest whose pages are all free.
   *
   * @param ownSeed what the contents that no other guest has start from
   */
  public GuestKernel(int pages, long ownSeed) {
    this.pages = pages;
    this.ownSeed = ownSeed;
    this.free = new int[pages];
    for (int i = 0; i < pages; i++) {
      free[i] = pages - 1 - i;
    }
    this.freeCount = pages;
    isFree.set(0, pages);
    this.pieceOf = new int[pages];
    Arrays.fill(pieceOf, NONE);
    this.dirty = new boolean[pages];
    this.fresh = new boolean[pages];
    this.cache = new PageList(pages);
    this.programs = new PageList(pages);
  }

  /** Pieces of the kernel, which never go to a disk; returns the first of {@code count}. */
  public int addPinned(int count) {
    return add(count, Piece.PINNED, NEVER_USED, Optional.empty());
  }

  /** As {@link #addPinned}, of zeros. */
  public int addZeros(int count) {
    return add(count, Piece.PINNED, NEVER_USED, Optional.of(index -> Contents.ZEROS));
  }

  /**
   * Kernel and programs in use, which never go to a disk, and are there from their first use.
   *
   * @param content what the first, second and so on hold
   */
  public int addImage(int count, IntToLongFunction content) {
    return add(count, Piece.PINNED, NEVER_USED, Optional.of(content));
  }

  /** Files on the disk. */
  public int addFiles(int count) {
    return add(count, Piece.FILE, ON_DISK, Optional.empty());
  }

  /** Memory of a program. */
  public int addProgram(int count) {
    return add(count, Piece.PROGRAM, NEVER_USED, Optional.empty());
  }

  /** Memory that the kernel clears, and can give up without writing it. */
  public int addCleared(int count) {
    return add(count, Piece.FILE, NEVER_USED, Optional.of(index -> Contents.ZEROS));
  }

  private int add(int count, Piece kind, int state, Optional<IntToLongFunction> content) {
    int first = pieces;
    pieces += count;
    pageOf = Arrays.copyOf(pageOf, pieces);
    rangeOf = Arrays.copyOf(rangeOf, pieces);
    changed = Arrays.copyOf(changed, pieces);
    Arrays.fill(pageOf, first, pieces, state);
    Arrays.fill(rangeOf, first, pieces, ranges.size());
    ranges.add(new Range(first, kind, content));
    return first;
  }

  private Piece kind(int piece) {
    return ranges.get(rangeOf[piece]).kind();
  }

  /**
   * A piece is used.
   *
   * @param ahead how many pieces behind it are used next, in order; those of a file that are on the
   *     disk are read with it, a group at most
   * @return its page, or {@link #NONE} when there is none left; {@link #toRead} and {@link
   *     #toWrite} say what must be read and written before
   */
  public int touch(int piece, boolean write, int ahead) {
    toRead = 0;
    toWrite = 0;
    int page = pageOf[piece];
    if (page < 0) {
      page = place(piece, write);
      readAhead(piece, ahead);
    } else if (kind(piece) != Piece.PINNED) {
      list(piece).use(page);
    }
    if (page >= 0 && write) {
      dirty[page] = true;
      changed[piece] = true;
    }
    return page;
  }

  private int place(int piece, boolean write) {
    int page = obtain();
    if (page == NONE) {
      return NONE;
    }
    // A file's page that is written as a whole is not read before.
    boolean whole = write && kind(piece) == Piece.FILE;
    boolean read = pageOf[piece] == ON_DISK && !whole;
    toRead += read ? 1 : 0;
    pageOf[piece] = page;
    pieceOf[page] = piece;
    fresh[page] = true;
    dirty[page] = kind(piece) == Piece.PROGRAM && !read;
    if (kind(piece) != Piece.PINNED) {
      list(piece).add(page);
    }
    return page;
  }

  private void readAhead(int piece, int ahead) {
    Range range = ranges.get(rangeOf[piece]);
    int wanted = range.kind() == Piece.FILE ? Math.min(ahead, GROUP - 1) : 0;
    for (int next = piece + 1; toRead > 0 && next <= piece + wanted; next++) {
      if (next == pieces || rangeOf[next] != rangeOf[piece] || pageOf[next] != ON_DISK) {
        return;
      }
      if (place(next, false) == NONE) {
        return;
      }
    }
  }

  private PageList list(int piece) {
    return kind(piece) == Piece.FILE ? cache : programs;
  }

  private int obtain() {
    if (freeCount > 0) {
      return nextFree();
    }
    PageList victims = victims();
    if (victims.size() == 0) {
      return NONE;
    }
    int page = victims.oldest();
    if (dirty[page]) {
      toWrite += clean(victims);
    }
    evict(page, victims);
    return page;
  }

  private int nextFree() {
    int page = free[--freeCount];
    isFree.clear(page);
    return page;
  }

  private PageList victims() {
    boolean spare = cache.size() > pages / CACHE_FLOOR;
    return spare || programs.size() == 0 ? cache : programs;
  }

  /** Writes the oldest pages as a group; returns how many. */
  private int clean(PageList list) {
    int written = 0;
    int page = list.oldest();
    for (int i = 0; i < GROUP && page >= 0; i++) {
      written += dirty[page] ? 1 : 0;
      dirty[page] = false;
      page = list.after(page);
    }
    return written;
  }

  private void evict(int page, PageList from) {
    from.remove(page);
    pageOf[pieceOf[page]] = ON_DISK;
    pieceOf[page] = NONE;
  }

  /** Pages that must be read before the last touch can go on. */
  public int toRead() {
    return toRead;
  }

  /** Pages that must be written before the last touch, or taking, can go on. */
  public int toWrite() {
    return toWrite;
  }

  /** Whether a page has come to its piece, and must still be filled with what that holds. */
  public boolean isFresh(int page) {
    return fresh[page];
  }

  /** The page holds what its piece holds. */
  public void filled(int page) {
    fresh[page] = false;
  }

  /** What a piece holds when it comes to a page: what it held at first, or what the guest wrote. */
  public long content(int piece) {
    if (changed[piece]) {
      return own(piece);
    }
    Range range = ranges.get(rangeOf[piece]);
    return range.content().map(of -> of.applyAsLong(piece - range.first())).orElse(own(piece));
  }

  /** A content that nothing else has; the guest's own pieces have those from 0 on. */
  public long own(long index) {
    return Contents.of(ownSeed, index);
  }

  /** Pages that nobody uses. */
  public int free() {
    return freeCount;
  }

  /** Whether nobody uses a page. */
  public boolean isFree(int page) {
    return isFree.get(page);
  }

  /** Pages of the page cache. */
  public int cached() {
    return cache.size();
  }

  /**
   * Takes a page away from the guest, as a balloon does: a free one, else the one that it can best
   * do without. {@link #toWrite} says what must be written before; then the page is still there,
   * and can be taken once it is.
   *
   * @return the page, or {@link #NONE}
   */
  public int take() {
    toWrite = 0;
    if (freeCount > 0) {
      return nextFree();
    }
    PageList victims = victims();
    if (victims.size() == 0) {
      return NONE;
    }
    int page = victims.oldest();
    if (dirty[page]) {
      toWrite = clean(victims);
      return NONE;
    }
    evict(page, victims);
    return page;
  }

  /** Gives a page back that was taken. */
  public void give(int page) {
    free[freeCount++] = page;
    isFree.set(page);
  }

  /** A program has ended, or a piece of the kernel is not needed: its pages are free. */
  public void drop(int first, int count) {
    for (int piece = first; piece < first + count; piece++) {
      int page = pageOf[piece];
      if (page >= 0) {
        if (kind(piece) != Piece.PINNED) {
          list(piece).remove(page);
        }
        pieceOf[page] = NONE;
        give(page);
      }
      pageOf[piece] = NEVER_USED;
    }
  }
}
