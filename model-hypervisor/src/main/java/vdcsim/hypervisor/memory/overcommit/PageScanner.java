package vdcsim.hypervisor.memory.overcommit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vdcsim.hardware.cpu.ExecutionContext;
import vdcsim.hypervisor.memory.overcommit.sharing.Scan;
import vdcsim.hypervisor.memory.overcommit.sharing.SharingSpec;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.metric.Counter;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.random.RandomStream;

/** Looks for pages of equal content, a few at a time, on a task of the host. */
final class PageScanner implements EventHandler {
  private static final int SCAN = 0;
  private static final int REST = 1;

  /** KSM of Linux: sleep_millisecs. */
  private static final long SLEEP_NS = 20_000_000;

  private static final double SECOND_NS = 1e9;

  private final Overcommit host;
  private final SharingSpec spec;
  private final ExecutionContext context;
  private final RandomStream random;
  private final Counter scanned;
  private final Map<String, Integer> next = new TreeMap<>();
  private double due;
  private int turn;
  private long lastNs;

  PageScanner(Overcommit host, RandomStream random) {
    this.host = host;
    this.spec = host.spec().sharingOrUsual();
    this.random = random;
    this.context = host.machine().task(host.name() + ".scan", Optional.empty(), 0, List.of());
    this.scanned = host.simulation().metrics().counter(host.name() + ".memory.scanned", Unit.COUNT);
    rest();
  }

  private void rest() {
    host.simulation().schedule(SLEEP_NS, this, SCAN, 0, Simulation.NO_REFERENCE);
  }

  @Override
  public void handle(int kind, long argument, Object reference) {
    if (kind == REST) {
      rest();
    } else {
      int pages = scan();
      context.execute(pages * spec.cycles(), this, REST, 0, Simulation.NO_REFERENCE);
    }
  }

  /** Looks at as many pages as the rate allows since the last time; returns how many. */
  private int scan() {
    long now = host.simulation().now();
    List<Guest> guests = host.guests();
    double rate = Math.min(spec.rate().perSecond(), spec.rateEach().perSecond() * guests.size());
    due += rate * (now - lastNs) / SECOND_NS;
    lastNs = now;
    int pages = (int) due;
    due -= pages;
    for (int i = 0; i < pages; i++) {
      Guest guest = guests.get(turn % guests.size());
      turn++;
      look(guest.map(), choose(guest));
    }
    scanned.add(pages);
    host.changed();
    return pages;
  }

  private int choose(Guest guest) {
    int pages = guest.map().pages();
    if (spec.scan() == Scan.RANDOM) {
      return random.nextInt(pages);
    }
    int page = next.getOrDefault(guest.name(), 0);
    next.put(guest.name(), (page + 1) % pages);
    return page;
  }

  private void look(GuestMap map, int page) {
    if (!map.isPrivate(page)) {
      return;
    }
    if (spec.scan() == Scan.SEQUENTIAL && map.seen(page) != map.content(page)) {
      map.see(page, map.content(page));
      return;
    }
    host.memory().share(map, page);
  }
}
