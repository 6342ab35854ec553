package vdcsim.hypervisor.memory.guest;

import java.util.Optional;
import vdcsim.hypervisor.memory.frames.HostMemory;
import vdcsim.hypervisor.memory.frames.PhysicalMap;
import vdcsim.hypervisor.vm.VirtualMachine;
import vdcsim.kernel.world.World;

/** Where guests whose page tables are modelled have their frames from. */
public final class HostFrames {
  /** The memory of a host without a hypervisor: 64 GiB. */
  private static final long USUAL_BYTES = 64L << 30;

  private HostFrames() {}

  /** The memory of a host, the same for all; where nothing is said of it, made now. */
  static HostMemory of(String host, World world) {
    Optional<HostMemory> known = world.find(host, HostMemory.class);
    return known.orElseGet(
        () -> {
          HostMemory made =
              new HostMemory(
                  USUAL_BYTES, () -> world.simulation().random().stream(host + ".frames"));
          world.add(host, made);
          return made;
        });
  }

  /**
   * The memory of a guest.
   *
   * @param place a host, or a virtual machine, whose memory it then is
   * @param name the guest's
   * @param order how many frames lie side by side on the host, as a power of two
   * @throws vdcsim.kernel.spec.Refusal if there is not so much left
   */
  public static PhysicalMap map(String place, String name, int frames, int order, World world) {
    Optional<VirtualMachine> vm = world.find(place, VirtualMachine.class);
    if (vm.isEmpty()) {
      return new PhysicalMap(of(place, world), name, frames, order);
    }
    HostMemory host = of(vm.get().on().host(), world);
    Optional<Account> known = world.find(place, Account.class);
    Account account =
        known.orElseGet(
            () -> {
              long promised = vm.get().memoryBytes() / PagesSpec.PAGE_BYTES;
              Account made = new Account(host.newOwner(place, promised));
              world.add(place, made);
              return made;
            });
    return new PhysicalMap(host, account.owner(), frames, order);
  }

  /** Of a machine: the number by which its host knows it. */
  private record Account(int owner) {}
}
