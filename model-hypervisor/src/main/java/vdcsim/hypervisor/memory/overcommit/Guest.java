package vdcsim.hypervisor.memory.overcommit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import vdcsim.hypervisor.memory.overcommit.balloon.Balloon;
import vdcsim.hypervisor.memory.overcommit.guest.Contents;
import vdcsim.hypervisor.memory.overcommit.guest.GuestKernel;
import vdcsim.hypervisor.memory.overcommit.guest.GuestThread;
import vdcsim.hypervisor.memory.overcommit.tax.Client;
import vdcsim.hypervisor.vm.VirtualMachine;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.world.World;

/**
 * A machine on a host that promises more memory than it has: its kernel, its threads, its virtual
 * processors, and where its pages are.
 *
 * <p>Metrics, below its name and {@code memory}: {@code mapped}, {@code target}, {@code balloon},
 * {@code swapped}, {@code shared} and {@code active-estimate} over time; {@code touches} of pages
 * after the start, {@code fills} of new ones, {@code copies} of shared pages at a write, {@code
 * swap-ins}, {@code swap-outs}, {@code swap-in-time}, {@code stalled}, the time that processors
 * stood still for memory; {@code guest-reads} and {@code guest-writes} of the guest's own disk, in
 * pages; {@code guest-failures} to find a page at all.
 */
public final class Guest implements EventHandler {
  private static final int READY = 0;
  private static final int PAGE_BYTES = 4096;

  private final VirtualMachine vm;
  private final MemoryPolicySpec policy;
  private final Overcommit host;
  private final GuestMap map;
  private final GuestKernel kernel;
  private final Sampler sampler;
  private final Balloon balloon;
  private final Ballooning driver;
  private final GuestMeter meter;
  private final Deque<Fiber> ready = new ArrayDeque<>();
  private final List<Vcpu> vcpus = new ArrayList<>();
  private final List<Fiber> waitForBoot = new ArrayList<>();
  private final List<Long> startsNs = new ArrayList<>();
  private long writes;
  private long target;
  private boolean blocked;
  private boolean booted;

  Guest(VirtualMachine vm, MemoryPolicySpec policy, GuestMap map, Overcommit host) {
    Simulation simulation = host.simulation();
    this.vm = vm;
    this.policy = policy;
    this.host = host;
    this.map = map;
    this.kernel = new GuestKernel(map.pages(), Contents.seed("vm " + vm.name()));
    this.target = map.pages();
    this.meter = new GuestMeter(vm.name(), simulation.metrics());
    this.sampler =
        new Sampler(
            host.spec().samplingOrUsual(),
            map,
            simulation.random().stream(vm.name() + ".memory.sampling"));
    this.balloon = new Balloon(host.spec().balloonOrUsual(), map.pages());
    this.driver =
        policy
            .virtioBalloon()
            .<Ballooning>map(spec -> new VirtioBalloon(this, host, spec))
            .orElseGet(() -> new BalloonDriver(this, host));
    for (int i = 0; i < vm.vcpus(); i++) {
      vcpus.add(new Vcpu(this, host, i));
    }
    boot();
    vcpus.get(0).begin();
    vm.watch(this::goOn);
  }

  private void boot() {
    long bytes = vm.memoryBytes();
    long structures = (long) (policy.structures().value() * bytes);
    kernel.addPinned(pages(policy.kernel().bytes()) + pages(structures));
    kernel.addZeros(pages(policy.zeros().bytes()));
    long image = Contents.seed("image " + policy.image().orElse(vm.name()));
    kernel.addImage(pages(policy.common().bytes()), index -> Contents.of(image, index));
    int duplicates = pages(policy.duplicates().bytes());
    int needed = duplicates + kernel.addImage(duplicates, index -> Contents.of(image, index));
    int rest = policy.clearsMemory() ? map.pages() - needed : 0;
    kernel.addCleared(rest);
    ready.add(new Fiber(new BootThread(this, needed, rest, host.bootCycles())));
  }

  private static int pages(long bytes) {
    return (int) ((bytes + PAGE_BYTES - 1) / PAGE_BYTES);
  }

  /**
   * The guest that a machine is, on a host that promises more memory than it has.
   *
   * @param key the key whose value is the machine's name
   * @throws vdcsim.kernel.spec.Refusal if there is no such machine, or its host is none of these
   */
  public static Guest of(String key, String vm, World world) {
    return Overcommit.guest(key, vm, world);
  }

  /** Cycles of its host's processors in so long. */
  public long cycles(long ns) {
    return host.machine().processor().cycles(ns);
  }

  /** Runs something once a second, after the host has looked after its memory. */
  public void eachSecond(Runnable action) {
    host.eachSecond(action);
  }

  /** The machine's name. */
  public String name() {
    return vm.name();
  }

  /** Its operating system. */
  public GuestKernel kernel() {
    return kernel;
  }

  /** Lets a thread run in it from {@code startNs} on, but not before it has started. */
  public void run(GuestThread thread, long startNs) {
    Fiber fiber = new Fiber(thread);
    if (booted) {
      wake(fiber, Math.max(0, startNs - host.simulation().now()));
    } else {
      waitForBoot.add(fiber);
      startsNs.add(startNs);
    }
  }

  /** The start is over: threads that waited for it begin, each at its time. */
  void booted() {
    booted = true;
    long now = host.simulation().now();
    for (int i = 0; i < waitForBoot.size(); i++) {
      wake(waitForBoot.get(i), Math.max(0, startsNs.get(i) - now));
    }
    waitForBoot.clear();
    startsNs.clear();
  }

  boolean isBooted() {
    return booted;
  }

  /** The thread is ready after a while. */
  void wake(Fiber fiber, long delayNs) {
    host.simulation().schedule(delayNs, this, READY, 0, fiber);
  }

  @Override
  public void handle(int kind, long argument, Object reference) {
    makeReady((Fiber) reference);
  }

  /** The thread waits for a processor. */
  void makeReady(Fiber fiber) {
    ready.add(fiber);
    for (Vcpu vcpu : vcpus) {
      if (vcpu.isIdle()) {
        vcpu.go();
        return;
      }
    }
  }

  /** The thread that has waited longest for a processor, or {@link Fiber#NOBODY}. */
  Fiber nextReady() {
    Fiber next = ready.poll();
    return next == null ? Fiber.NOBODY : next;
  }

  /** Lets processors go on that stood still because the machine did, if it does no longer. */
  void goOn() {
    if (mayRun()) {
      vcpus.stream().filter(Vcpu::isHalted).forEach(Vcpu::go);
    }
  }

  boolean mayRun() {
    return !blocked && vm.state() == VirtualMachine.State.RUNNING;
  }

  boolean isGone() {
    return switch (vm.state()) {
      case STOPPED, SAVED, DESTROYED, CRASHED -> true;
      case DEFINED, BOOTING, RUNNING, PAUSED -> false;
    };
  }

  /** It stands still as long as it is above its target and memory is nearly used up. */
  void block(boolean isBlocked) {
    blocked = isBlocked;
    goOn();
  }

  VirtualMachine vm() {
    return vm;
  }

  GuestMap map() {
    return map;
  }

  GuestMeter meter() {
    return meter;
  }

  Balloon balloon() {
    return balloon;
  }

  Ballooning driver() {
    return driver;
  }

  boolean hasBalloon() {
    return policy.balloon() && host.spec().methods().balloon();
  }

  long overheadPages() {
    return pages(policy.overhead().bytes());
  }

  /** Its memory changes at a write to something that no page has held before. */
  void write(int page) {
    writes--;
    host.memory().write(map, page, kernel.own(writes));
  }

  /** How the division of memory sees it: it would use what was taken from it. */
  Client client() {
    long used = (long) map.mapped() + map.swapped() + map.ballooned();
    return new Client(
        Math.min(minPages(), used), used, policy.sharesOf(vm.memoryBytes()), sampler.active());
  }

  long minPages() {
    return pages(policy.min().bytes());
  }

  long target() {
    return target;
  }

  void aim(long pages) {
    target = pages;
  }

  /** Pages on frames above its target. */
  long excess() {
    return map.mapped() - target;
  }

  /** A second has passed. */
  void everySecond() {
    sampler.advance(vm.ranSeconds());
    if (hasBalloon() && mayRun()) {
      aimBalloon();
      driver.everySecond();
    }
    meter.record(map, target, sampler.active());
  }

  /**
   * As much larger as it is above its target, unless memory is plenty; or as much smaller as it is
   * below.
   */
  private void aimBalloon() {
    boolean mayGrow = host.freeMemory().state() != MemoryState.HIGH;
    balloon.aim(balloon.size() + (mayGrow ? excess() : Math.min(0, excess())));
  }
}
