package vdcsim.hypervisor.memory.overcommit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vdcsim.hardware.machine.Machine;
import vdcsim.hypervisor.memory.overcommit.swap.PagingDisk;
import vdcsim.hypervisor.vm.Admission;
import vdcsim.hypervisor.vm.Hypervisor;
import vdcsim.hypervisor.vm.VirtualMachine;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.world.Wiring;
import vdcsim.kernel.world.World;

/**
 * A host whose machines together may have more memory than it has.
 *
 * <p>Metrics, below the host's name and {@code memory}: {@code state} of its free memory; {@code
 * free}, {@code private} pages of one guest, {@code shared} frames, {@code saved} by sharing,
 * {@code ballooned} and {@code swapped} over time, and of the last three the {@code most-saved} and
 * so on; at the end the parts of the guests' memory {@code shared-part} and {@code saved-part};
 * {@code table-part}, what the table of shared pages takes of the host's memory; {@code scanned}
 * pages; {@code disk-utilization}; {@code kills} of machines because there was no memory left. Of
 * all guests together: {@code touch-rate} and {@code touch-rate-course}, the pages that they touch
 * in a second; {@code stalled}, {@code guest-transfers}.
 */
public final class Overcommit implements Admission, EventHandler {
  private static final int TICK = 0;
  private static final int REACT = 1;
  private static final long SECOND_NS = 1_000_000_000;
  private static final long PIECE_NS = 1_000_000;
  private static final int PAGE_BYTES = 4096;

  /** More would take arrays of gigabytes. */
  private static final long MOST_BYTES = 64L << 30;

  /** What a guest computes for each page at its start. */
  private static final long BOOT_NS = 2_000;

  private final String name;
  private final OvercommitSpec spec;
  private final World world;
  private final Simulation simulation;
  private final Machine machine;
  private final Backing memory;
  private final FreeMemory free;
  private Balancer balancer;
  private final PagingDisk disk;
  private final Swapper swapper;
  private final HostMeter meter;
  private final Map<String, Guest> guests = new TreeMap<>();
  private final Deque<Vcpu> waiting = new ArrayDeque<>();
  private final List<Runnable> eachSecond = new ArrayList<>();
  private List<Guest> present = List.of();
  private boolean reacting;
  private boolean waitedASecond;
  private long balancedNs;

  private Overcommit(
      String name, OvercommitSpec spec, Hypervisor hypervisor, Machine machine, World world) {
    this.name = name;
    this.spec = spec;
    this.world = world;
    this.simulation = world.simulation();
    this.machine = machine;
    int frames = (int) (hypervisor.memoryBytes() / PAGE_BYTES);
    this.memory = new Backing(hypervisor.hostMemory());
    this.free = new FreeMemory(spec.thresholdsOrUsual(), frames);
    this.balancer = new Balancer(spec.tax().value());
    this.disk = new PagingDisk(spec.swapOrUsual(), simulation);
    this.swapper = new Swapper(this, simulation.random().stream(name + ".memory.swap"));
    this.meter = new HostMeter(name, this, simulation);
    if (spec.methods().sharing()) {
      new PageScanner(this, simulation.random().stream(name + ".memory.scan"));
    }
    simulation.schedule(SECOND_NS, this, TICK, 0, Simulation.NO_REFERENCE);
  }

  /** Lets a host promise more memory than it has. */
  public static Wiring make(String host, OvercommitSpec spec, World world) {
    Hypervisor hypervisor = VirtualMachine.hypervisor("", host, world);
    Machine machine = world.require("", host, Machine.class, "host with 'cpu'");
    if (hypervisor.memoryBytes() > MOST_BYTES) {
      throw new Refusal("", "memory is modelled page by page up to 64 GiB on a host");
    }
    Overcommit made = new Overcommit(host, spec, hypervisor, machine, world);
    hypervisor.admitBy(made);
    world.add(host, made);
    return Wiring.NONE;
  }

  static Guest guest(String key, String vm, World world) {
    VirtualMachine found = world.require(key, vm, VirtualMachine.class, "virtual machine");
    String host = found.on().host();
    return world
        .find(host, Overcommit.class)
        .map(overcommit -> overcommit.guests.get(vm))
        .orElseThrow(
            () ->
                new Refusal(
                    key, "'%s' is on '%s', which has no 'overcommit: {}'".formatted(vm, host)));
  }

  @Override
  public Optional<String> refusal(VirtualMachine vm) {
    if (simulation.now() > 0) {
      return Optional.of(
          "over-committed memory is not modelled for machines that move or come back");
    }
    Optional<String> held = vm.cards().held();
    if (held.isPresent()) {
      return Optional.of(
          ("the memory of '%s' is pinned, since the device behind its card '%s' reaches it without"
                  + " asking: '%s' cannot promise it again ('overcommit')")
              .formatted(vm.name(), held.get(), name));
    }
    MemoryPolicySpec policy = policy(vm);
    long bytes = vm.memoryBytes();
    if (policy.startBytes(bytes) > bytes) {
      return Optional.of(
          "what '%s' holds after its start (%d B) is more than its memory of %d B"
              .formatted(vm.name(), policy.startBytes(bytes), bytes));
    }
    long promised = guests.values().stream().mapToLong(g -> g.minPages() + g.overheadPages()).sum();
    long needed = (policy.min().bytes() + policy.overhead().bytes()) / PAGE_BYTES;
    if (promised + needed > memory.host().frames()) {
      return Optional.of(
          "what '%s' keeps in any case (%d pages) does not fit on '%s': %d of %d pages are left"
              .formatted(
                  vm.name(),
                  needed,
                  name,
                  memory.host().frames() - promised,
                  memory.host().frames()));
    }
    long swap = vm.memoryBytes() / PAGE_BYTES - policy.min().bytes() / PAGE_BYTES;
    return spec.methods().swap() && promisedSwap() + swap > swapPlaces()
        ? Optional.of("the swap space of '%s' is too small for '%s'".formatted(name, vm.name()))
        : Optional.empty();
  }

  private long promisedSwap() {
    return guests.values().stream().mapToLong(g -> g.map().pages() - g.minPages()).sum();
  }

  private long swapPlaces() {
    return spec.swapOrUsual().space().map(s -> s.bytes() / PAGE_BYTES).orElse(Long.MAX_VALUE);
  }

  private MemoryPolicySpec policy(VirtualMachine vm) {
    return world.find(vm.name(), MemoryPolicySpec.class).orElse(MemoryPolicySpec.UNSAID);
  }

  @Override
  public void admitted(VirtualMachine vm) {
    GuestMap map = memory.add(vm.name(), (int) (vm.memoryBytes() / PAGE_BYTES));
    Guest guest = new Guest(vm, policy(vm), map, this);
    meter.add(guest.meter());
    memory.host().reserve(guest.overheadPages());
    guests.put(vm.name(), guest);
    memory.swap().resize(spec.methods().swap() ? promisedSwap() : 0);
    refresh();
  }

  @Override
  public void released(VirtualMachine vm) {
    Guest guest = guests.remove(vm.name());
    if (guest != null) {
      memory.clear(guest.map());
      memory.host().reserve(-guest.overheadPages());
      refresh();
      changed();
    }
  }

  private void refresh() {
    present = List.copyOf(guests.values());
  }

  void eachSecond(Runnable action) {
    eachSecond.add(action);
  }

  @Override
  public void handle(int kind, long argument, Object reference) {
    if (kind == REACT) {
      react();
    } else {
      tick();
      simulation.schedule(SECOND_NS, this, TICK, 0, Simulation.NO_REFERENCE);
    }
  }

  private void tick() {
    for (Guest guest : present) {
      if (guest.isGone()) {
        released(guest.vm());
      }
    }
    if (simulation.now() - balancedNs >= spec.balance().toNanos()) {
      balance();
    }
    present.forEach(Guest::everySecond);
    changed();
    endStandstill();
    meter.record();
    eachSecond.forEach(Runnable::run);
  }

  /** A host that cannot free a frame for a second stops its largest machine, as Linux does. */
  private void endStandstill() {
    boolean stands = !waiting.isEmpty() && memory.free() <= 0 && !canFree();
    if (stands && waitedASecond) {
      present.stream()
          .max(Comparator.comparingInt(guest -> guest.map().mapped()))
          .ifPresent(this::kill);
    }
    waitedASecond = stands;
  }

  private boolean canFree() {
    boolean swaps = spec.methods().swap() && !swapper.isHelpless();
    return swaps
        || memory.leaving() > 0
        || present.stream().anyMatch(guest -> guest.driver().isAtWork());
  }

  private void kill(Guest guest) {
    meter.kill();
    guest.vm().stop();
    released(guest.vm());
  }

  /**
   * Memory was taken or has become free: looks, when the present event is over, what that means.
   */
  void changed() {
    int frames = memory.free();
    if (!reacting && (free.changes(frames) || (!waiting.isEmpty() && frames > 0))) {
      reacting = true;
      simulation.schedule(0, this, REACT, 0, Simulation.NO_REFERENCE);
    }
  }

  private void react() {
    reacting = false;
    MemoryState before = free.state();
    free.update(memory.free());
    if (free.state() != before) {
      meter.enter(free.state());
      balance();
    }
    for (int i = waiting.size(); i > 0 && memory.free() > 0; i--) {
      waiting.remove().retry();
    }
  }

  /** Sets the targets, and lets the swapper and blocked machines know. */
  private void balance() {
    balancedNs = simulation.now();
    MemoryState state = free.state();
    long pool = memory.host().frames() - memory.host().reserved() - free.goal() + memory.saved();
    balancer.balance(Math.max(0, pool), present);
    boolean blocks = state == MemoryState.LOW && spec.methods().swap();
    for (Guest guest : present) {
      guest.block(blocks && guest.excess() > 0);
    }
    if (spec.methods().swap()) {
      swapper.look();
    }
  }

  /** Another tax on idle memory from now on. */
  void tax(double rate) {
    balancer = new Balancer(rate);
    balance();
  }

  /** The processor waits for a frame. */
  void await(Vcpu vcpu) {
    waiting.add(vcpu);
    changed();
  }

  Optional<Guest> victim() {
    return balancer.victim(present);
  }

  Optional<Guest> victimWithoutBalloon() {
    return balancer.victimWithoutBalloon(present);
  }

  boolean shares() {
    return spec.methods().sharing();
  }

  String name() {
    return name;
  }

  OvercommitSpec spec() {
    return spec;
  }

  Simulation simulation() {
    return simulation;
  }

  Machine machine() {
    return machine;
  }

  Backing memory() {
    return memory;
  }

  FreeMemory freeMemory() {
    return free;
  }

  PagingDisk disk() {
    return disk;
  }

  List<Guest> guests() {
    return present;
  }

  long pieceCycles() {
    return machine.processor().cycles(PIECE_NS);
  }

  long bootCycles() {
    return machine.processor().cycles(BOOT_NS);
  }

  long faultCycles() {
    return spec.faultCycles() + spec.pageCycles();
  }
}
