package vdcsim.hypervisor.memory.overcommit;

import java.util.ArrayList;
import java.util.List;
import vdcsim.hypervisor.memory.frames.HostMemory;
import vdcsim.hypervisor.memory.overcommit.sharing.ShareTable;
import vdcsim.hypervisor.memory.overcommit.swap.SwapSpace;

/**
 * What is behind the pages of a host's guests. Every frame is free, holds one page of one guest, is
 * shared by those that the table counts, or has its page on its way to or from the swap file.
 */
final class Backing {
  private final HostMemory host;
  private final ShareTable table = new ShareTable();
  private final SwapSpace swap = new SwapSpace();
  private final List<GuestMap> maps = new ArrayList<>();
  private int leaving;
  private int arriving;

  /** On a host that gives frames as long as it has some. */
  Backing(HostMemory host) {
    this.host = host;
    host.overcommit();
  }

  /** The host whose frames they are. */
  HostMemory host() {
    return host;
  }

  /** How many frames are free. */
  int free() {
    return (int) host.free();
  }

  ShareTable table() {
    return table;
  }

  SwapSpace swap() {
    return swap;
  }

  /** Frames that others have: guests whose page tables are modelled. */
  long others() {
    long here = maps.stream().mapToLong(map -> host.taken(map.owner)).sum();
    return host.unpromisedTaken() - here - host.taken(HostMemory.SHARED);
  }

  /** Frames whose pages are on their way to the swap file. */
  int leaving() {
    return leaving;
  }

  /** Frames for pages that are being read from the swap file. */
  int arriving() {
    return arriving;
  }

  GuestMap add(String name, int pages) {
    GuestMap map = new GuestMap(maps.size(), host.newOwner(name), pages);
    maps.add(map);
    return map;
  }

  int mapped() {
    return maps.stream().mapToInt(GuestMap::mapped).sum();
  }

  int shared() {
    return maps.stream().mapToInt(GuestMap::shared).sum();
  }

  /** Frames that hold one page of one guest. */
  int own() {
    return mapped() - shared();
  }

  /** Frames that sharing saves. */
  int saved() {
    return shared() - table.frames();
  }

  Touch look(GuestMap map, int page, boolean write) {
    map.touch(page);
    if (map.isMapped(page)) {
      return write && map.isShared(page) ? Touch.COPY : Touch.HIT;
    }
    return map.isSwapped(page) ? Touch.SWAPPED : Touch.FILL;
  }

  /** Gives a page a frame of zeros; returns whether there was one. */
  boolean fill(GuestMap map, int page) {
    int frame = host.takeIfFree(map.owner, page);
    if (frame == HostMemory.NONE) {
      return false;
    }
    map.toFrame(page, frame);
    map.hold(page, 0);
    return true;
  }

  /**
   * Gives a shared page a frame of its own; the last one keeps that which it has.
   *
   * @return whether there was one
   */
  boolean copy(GuestMap map, int page) {
    long content = map.content(page);
    if (table.count(content) > 1) {
      int frame = host.takeIfFree(map.owner, page);
      if (frame == HostMemory.NONE) {
        return false;
      }
      map.toFrame(page, frame);
    } else {
      host.transfer(map.frame(page), map.owner, page);
    }
    table.release(content);
    map.share(page, false);
    return true;
  }

  /**
   * A page goes to the swap file; its frame is free when it is written.
   *
   * @return its frame, or {@link HostMemory#NONE} when the file has no room
   */
  int swapOut(GuestMap map, int page) {
    int place = swap.take();
    if (place == SwapSpace.NONE) {
      return HostMemory.NONE;
    }
    forget(map, page);
    int frame = map.frame(page);
    map.toPlace(page, place);
    leaving++;
    return frame;
  }

  void written(int frame) {
    leaving--;
    host.release(frame);
  }

  /** Takes a frame for a page that is to be read, or {@link HostMemory#NONE}. */
  int takeForReading(GuestMap map, int page) {
    int frame = host.takeIfFree(map.owner, page);
    arriving += frame == HostMemory.NONE ? 0 : 1;
    return frame;
  }

  /** A page that was read from the swap file comes to the frame that was taken for it. */
  void swapIn(GuestMap map, int page, int frame) {
    arriving--;
    if (map.isSwapped(page)) {
      swap.release(map.place(page));
      map.toFrame(page, frame);
    } else {
      host.release(frame);
    }
  }

  /** The balloon driver takes the page; what it held is lost. */
  void balloon(GuestMap map, int page) {
    drop(map, page);
    map.toBalloon(page);
  }

  /** The page holds nothing any longer. */
  void unmap(GuestMap map, int page) {
    drop(map, page);
    map.toNowhere(page);
  }

  private void drop(GuestMap map, int page) {
    if (map.isSwapped(page)) {
      swap.release(map.place(page));
    } else if (map.isShared(page)) {
      int frame = map.frame(page);
      map.share(page, false);
      if (table.release(map.content(page))) {
        host.release(frame);
      }
    } else if (map.isMapped(page)) {
      forget(map, page);
      host.release(map.frame(page));
    }
  }

  private void forget(GuestMap map, int page) {
    if (map.isHinted(page)) {
      table.forget(map.content(page), name(map, page));
      map.hint(page, false);
    }
  }

  /**
   * Looks whether a page that has a frame of its own can share one; if not, it leaves a hint.
   *
   * @return whether a frame became free
   */
  boolean share(GuestMap map, int page) {
    long content = map.content(page);
    int frame = table.frame(content);
    if (frame == ShareTable.NONE) {
      long hint = table.hint(content);
      if (hint == name(map, page) || !promote(hint, content)) {
        table.note(content, name(map, page));
        map.hint(page, true);
        return false;
      }
      frame = table.frame(content);
    }
    host.release(map.frame(page));
    map.toFrame(page, frame);
    map.share(page, true);
    table.retain(content);
    return true;
  }

  /** The page of a hint becomes the first that stands on a shared frame, if it has not changed. */
  private boolean promote(long hint, long content) {
    if (hint == ShareTable.NONE) {
      return false;
    }
    GuestMap map = maps.get((int) (hint >>> Integer.SIZE));
    int page = (int) hint;
    if (!map.isPrivate(page) || map.content(page) != content) {
      return false;
    }
    table.share(content, map.frame(page));
    host.transfer(map.frame(page), HostMemory.SHARED, 0);
    map.share(page, true);
    map.hint(page, false);
    return true;
  }

  private static long name(GuestMap map, int page) {
    return (long) map.index << Integer.SIZE | page;
  }

  /** The content of a private page changes; a hint to what it held is stale. */
  void write(GuestMap map, int page, long content) {
    forget(map, page);
    map.hold(page, content);
  }

  /** A guest is gone. */
  void clear(GuestMap map) {
    for (int page = 0; page < map.pages(); page++) {
      unmap(map, page);
    }
  }
}
