package vdcsim.hypervisor.vm;

import java.util.Map;
import java.util.TreeMap;
import vdcsim.kernel.metric.TimeWeighted;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.world.Wiring;
import vdcsim.kernel.world.World;

/**
 * The hypervisor of a host: it admits virtual machines as long as their memory fits.
 *
 * <p>Metrics, below the host's name: {@code guest-memory}, what is given away or reserved, and
 * {@code guests}.
 */
public final class Hypervisor {
  private final String host;
  private final long bytes;
  private final Map<String, Long> given = new TreeMap<>();
  private final TimeWeighted memory;
  private final TimeWeighted guests;

  private Hypervisor(String host, HypervisorSpec spec, World world) {
    this.host = host;
    this.bytes = spec.memory().bytes();
    this.memory = world.simulation().metrics().timeWeighted(host + ".guest-memory", Unit.BYTES);
    this.guests = world.simulation().metrics().timeWeighted(host + ".guests", Unit.COUNT);
  }

  /** Makes the hypervisor of a host. */
  public static Wiring make(String host, HypervisorSpec spec, World world) {
    world.add(host, new Hypervisor(host, spec, world));
    return Wiring.NONE;
  }

  /** The host's name. */
  public String host() {
    return host;
  }

  /** The memory that nobody has. */
  public long free() {
    return bytes - given.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Whether the memory of a machine fits beside those that are here. */
  public boolean admits(VirtualMachine vm) {
    return given.containsKey(vm.name()) || vm.memoryBytes() <= free();
  }

  /**
   * Gives a machine its memory.
   *
   * @throws Refusal if it does not fit
   */
  public void admit(VirtualMachine vm) {
    if (!admits(vm)) {
      throw new Refusal(
          "memory",
          "the memory of '%s' does not fit on '%s': it takes %d B, and %d B of %d B are free"
              .formatted(vm.name(), host, vm.memoryBytes(), free(), bytes));
    }
    given.put(vm.name(), vm.memoryBytes());
    note();
  }

  /** Takes a machine's memory back. */
  public void release(VirtualMachine vm) {
    given.remove(vm.name());
    note();
  }

  private void note() {
    memory.set(bytes - free());
    guests.set(given.size());
  }
}
