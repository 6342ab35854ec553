package vdcsim.hardware.disk.pagecache;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vdcsim.hardware.cpu.ExecutionContext;
import vdcsim.hardware.disk.HostDisk;
import vdcsim.hardware.machine.Machine;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.metric.Counter;
import vdcsim.kernel.metric.Metrics;
import vdcsim.kernel.metric.TimeWeighted;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.world.Wiring;
import vdcsim.kernel.world.World;

/**
 * The page cache of a host.
 *
 * <p>Metrics, below the host's name and {@code page-cache}: {@code hits} and {@code misses} in
 * pages, {@code written-back} pages, {@code evicted} ones, {@code throttled} writes that had to
 * wait, {@code dirty} bytes that wait to be written or are being written.
 */
public final class PageCache {
  /** How many requests it has under way to write back. */
  private static final int MOST_UNDER_WAY = 32;

  private final Simulation simulation;
  private final PageCacheSpec spec;
  private final ExecutionContext flusher;
  private final long most;
  private final long background;
  private final long throttle;
  private final Map<Long, Page> pages = new LinkedHashMap<>(16, 0.75f, true);
  private final List<CachedFile> files = new ArrayList<>();
  private final Deque<Runnable> throttled = new ArrayDeque<>();
  private final Counter hits;
  private final Counter misses;
  private final Counter writtenBack;
  private final Counter evicted;
  private final Counter waits;
  private final TimeWeighted dirtyBytes;
  private long dirty;
  private long writing;
  private int underWay;
  private int next;
  private boolean ticking;

  private PageCache(Machine machine, String host, PageCacheSpec spec, Simulation simulation) {
    this.simulation = simulation;
    this.spec = spec;
    this.flusher = machine.task(host + ".flusher", Optional.empty(), 0, List.of());
    this.most = spec.size().bytes() / Page.BYTES;
    this.background = (long) (most * spec.background().value());
    this.throttle = (long) (most * spec.dirty().value());
    Metrics metrics = simulation.metrics();
    String name = host + ".page-cache";
    this.hits = metrics.counter(name + ".hits", Unit.COUNT);
    this.misses = metrics.counter(name + ".misses", Unit.COUNT);
    this.writtenBack = metrics.counter(name + ".written-back", Unit.COUNT);
    this.evicted = metrics.counter(name + ".evicted", Unit.COUNT);
    this.waits = metrics.counter(name + ".throttled", Unit.COUNT);
    this.dirtyBytes = metrics.timeWeighted(name + ".dirty", Unit.BYTES);
  }

  /** Notes what a scenario says of a host's page cache. */
  public static Wiring make(String host, PageCacheSpec spec, World world) {
    world.add(host, spec);
    return Wiring.NONE;
  }

  /** The page cache of a host, as it is known when things are connected. */
  public static PageCache of(String host, World world) {
    return world
        .find(host, PageCache.class)
        .orElseGet(
            () -> {
              PageCache made =
                  new PageCache(
                      world.require("on", host, Machine.class, "host with 'cpu'"),
                      host,
                      world.find(host, PageCacheSpec.class).orElse(PageCacheSpec.DEFAULT),
                      world.simulation());
              world.add(host, made);
              return made;
            });
  }

  /** A file of its own on a disk, of which nothing is in memory yet. */
  public CachedFile open(HostDisk disk) {
    CachedFile file = new CachedFile(this, disk, files.size());
    files.add(file);
    return file;
  }

  Simulation simulation() {
    return simulation;
  }

  ExecutionContext flusher() {
    return flusher;
  }

  /** What a call costs that moves so many bytes. */
  long cycles(long bytes) {
    return spec.access() + spec.copyKib() * bytes / 1024;
  }

  /** Whether a page is in memory; it counts as used. */
  boolean has(CachedFile file, long number) {
    return pages.get(file.key(number)) != null;
  }

  void count(long found, long missing) {
    hits.add(found);
    misses.add(missing);
  }

  /** A page that is in memory from now on, if it was not. */
  Page enter(CachedFile file, long number) {
    Page page = pages.computeIfAbsent(file.key(number), key -> new Page(file, number));
    if (pages.size() > most) {
      evict();
    }
    return page;
  }

  /** The one that was used longest ago goes; one that is not written yet has another turn. */
  private void evict() {
    for (int tried = 0; tried < throttle; tried++) {
      Iterator<Map.Entry<Long, Page>> oldest = pages.entrySet().iterator();
      Map.Entry<Long, Page> entry = oldest.next();
      if (entry.getValue().isClean()) {
        oldest.remove();
        evicted.increment();
        return;
      }
      pages.get(entry.getKey());
    }
  }

  /** A page has come to wait to be written. */
  void dirtied(int count) {
    dirty += count;
    dirtyBytes.set(dirty * Page.BYTES);
    if (!ticking) {
      ticking = true;
      tick();
    }
    writeBack();
  }

  /** Pages are being written. */
  void writing(int count) {
    writing += count;
  }

  /** Pages have been written. */
  void cleaned(int count) {
    dirty -= count;
    writing -= count;
    writtenBack.add(count);
    dirtyBytes.set(dirty * Page.BYTES);
    while (dirty <= throttle && !throttled.isEmpty()) {
      throttled.removeFirst().run();
    }
  }

  /** Goes on when not too many pages wait to be written (Linux, balance_dirty_pages). */
  void balance(Runnable then) {
    if (dirty <= throttle) {
      then.run();
    } else {
      waits.increment();
      throttled.addLast(then);
    }
  }

  private void tick() {
    simulation.schedule(
        spec.interval().toNanos(),
        () -> {
          ticking = dirty > 0;
          long before = simulation.now() - spec.expire().toNanos();
          files.forEach(file -> file.writeOlderThan(before));
          if (ticking) {
            tick();
          }
        });
  }

  /** Writes back, of each file in turn, until less waits than may. */
  private void writeBack() {
    int idle = 0;
    while (underWay < MOST_UNDER_WAY && idle < files.size() && dirty - writing > background) {
      CachedFile file = files.get(next);
      next = (next + 1) % files.size();
      if (file.writeSome(this::wroteSome)) {
        underWay++;
        idle = 0;
      } else {
        idle++;
      }
    }
  }

  private void wroteSome() {
    underWay--;
    writeBack();
  }
}
