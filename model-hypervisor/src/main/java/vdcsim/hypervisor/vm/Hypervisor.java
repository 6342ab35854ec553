package vdcsim.hypervisor.vm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vdcsim.hardware.machine.Machine;
import vdcsim.hypervisor.boot.ImageStore;
import vdcsim.hypervisor.boot.Worker;
import vdcsim.hypervisor.memory.frames.HostMemory;
import vdcsim.kernel.metric.TimeWeighted;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.world.Wiring;
import vdcsim.kernel.world.World;

/**
 * The hypervisor of a host: it admits virtual machines as long as their memory and processors fit.
 *
 * <p>Metrics, below the host's name: {@code guest-memory}, what is given away or reserved, and
 * {@code guests}.
 */
public final class Hypervisor {
  private final String host;
  private final HostMemory frames;
  private final HypervisorSpec spec;
  private final World world;

  /** Made for none, so that it grows by one first: ten places at once are too many for a host. */
  private final List<VirtualMachine> given = new ArrayList<>(0);

  private int givenVcpus;
  private final TimeWeighted memory;
  private final TimeWeighted guests;
  private Optional<Admission> admission = Optional.empty();

  private Hypervisor(String host, HypervisorSpec spec, World world) {
    this.host = host;
    this.frames =
        new HostMemory(
            spec.memory().bytes(), () -> world.simulation().random().stream(host + ".frames"));
    this.spec = spec;
    this.world = world;
    this.memory = world.simulation().metrics().timeWeighted(host, ".guest-memory", Unit.BYTES);
    this.guests = world.simulation().metrics().timeWeighted(host, ".guests", Unit.COUNT);
  }

  /** Makes the hypervisor of a host. */
  public static Wiring make(String host, HypervisorSpec spec, World world) {
    Hypervisor made = new Hypervisor(host, spec, world);
    world.add(host, made);
    world.add(host, made.frames);
    return Wiring.NONE;
  }

  /** The host's name. */
  public String host() {
    return host;
  }

  /** From now on {@code newAdmission} decides whom there is room for. */
  public void admitBy(Admission newAdmission) {
    admission = Optional.of(newAdmission);
  }

  /** Its memory, whoever has it. */
  public long memoryBytes() {
    return frames.bytes();
  }

  /** Its memory frame by frame, which all that takes some of it shares. */
  public HostMemory hostMemory() {
    return frames;
  }

  /** The memory that nobody has; less than nothing where more is promised than there is. */
  public long free() {
    return frames.promisable();
  }

  /** Whether a machine has its place here, or one is kept for it. */
  public boolean holds(VirtualMachine vm) {
    return given.contains(vm);
  }

  /** Virtual processors that it can still take on. */
  public int freeVcpus() {
    return spec.vcpus().orElse(Integer.MAX_VALUE) - givenVcpus;
  }

  /** Whether a machine's memory and processors fit beside those that are here. */
  public boolean admits(VirtualMachine vm) {
    boolean memoryFits =
        admission.map(a -> a.refusal(vm).isEmpty()).orElse(vm.memoryBytes() <= free());
    return given.contains(vm) || (memoryFits && vm.vcpus() <= freeVcpus());
  }

  /** A task on the host's processors; none where the host has no processors. */
  Optional<Worker> worker(String name) {
    return world
        .find(host, Machine.class)
        .map(m -> new Worker(m.task(name, Optional.empty(), 0, List.of()), m.processor()));
  }

  /** Where the host's machines read their images. */
  ImageStore images() {
    return ImageStore.at(host, spec.imageRate().bitsPerSecond() / 8.0, world);
  }

  /**
   * Gives a machine its memory.
   *
   * @throws Refusal if it does not fit
   */
  public void admit(VirtualMachine vm) {
    Optional<String> refusal = admission.flatMap(a -> a.refusal(vm));
    if (refusal.isPresent() && !given.contains(vm)) {
      throw new Refusal("memory", refusal.get());
    }
    if (!admits(vm)) {
      throw vm.vcpus() > freeVcpus() ? lacksVcpus(vm) : lacksMemory(vm);
    }
    if (!given.contains(vm)) {
      given.add(vm);
      frames.promise(vm.memoryBytes());
      givenVcpus += vm.vcpus();
      admission.ifPresent(a -> a.admitted(vm));
    }
    note();
  }

  private Refusal lacksMemory(VirtualMachine vm) {
    return new Refusal(
        "memory",
        "the memory of '%s' does not fit on '%s': it takes %d B, and %d B of %d B are free"
            .formatted(vm.name(), host, vm.memoryBytes(), free(), frames.bytes()));
  }

  private Refusal lacksVcpus(VirtualMachine vm) {
    return new Refusal(
        "vcpus",
        "the processors of '%s' do not fit on '%s': it takes %d, and %d of %d are free"
            .formatted(vm.name(), host, vm.vcpus(), freeVcpus(), spec.vcpus().orElse(0)));
  }

  /** Takes a machine's memory back. */
  public void release(VirtualMachine vm) {
    if (given.remove(vm)) {
      frames.withdraw(vm.memoryBytes());
      givenVcpus -= vm.vcpus();
      admission.ifPresent(a -> a.released(vm));
    }
    note();
  }

  private void note() {
    memory.set(frames.bytes() - frames.unpromised());
    guests.set(given.size());
  }
}
