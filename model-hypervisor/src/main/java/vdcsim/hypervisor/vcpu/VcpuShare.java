package vdcsim.hypervisor.vcpu;

import java.util.Optional;
import vdcsim.hardware.cpu.sharing.Share;
import vdcsim.hardware.cpu.sharing.SharedCores;
import vdcsim.hypervisor.vm.VirtualMachine;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.world.World;

/**
 * The virtual processors of a machine whose host shares its cores without turns. What computes in
 * it stands still while the machine does, slows down while it is throttled, and goes with it to
 * another host; on one that takes turns it stands still.
 */
public final class VcpuShare implements Runnable {
  private static final double PERCENT = 0.01;

  /** Linux, cpu.shares. */
  private static final int USUAL_WEIGHT = 1024;

  private final VirtualMachine vm;
  private final World world;
  private final Share share;

  private VcpuShare(VirtualMachine vm, VcpuSpec spec, World world) {
    this.vm = vm;
    this.world = world;
    double cap = spec.cap().map(percent -> percent * PERCENT).orElse(Double.POSITIVE_INFINITY);
    this.share =
        new Share(
            world.simulation(), spec.weight().orElse(USUAL_WEIGHT), Math.min(vm.vcpus(), cap));
    share.moveTo(cores().orElseThrow(() -> refusal(vm)));
    vm.watch(this);
    run();
  }

  private static Refusal refusal(VirtualMachine vm) {
    return new Refusal(
        "on",
        "'%s' is on '%s', which needs 'cpu: { scheduler: processor-sharing }' for this"
            .formatted(vm.name(), vm.on().host()));
  }

  /**
   * What a machine's virtual processors get of its host's cores, under the weight and the cap that
   * its {@code cpu} says.
   *
   * @throws Refusal if the host does not share its cores
   */
  public static Share of(VirtualMachine vm, World world) {
    Optional<VcpuShare> found = world.find(vm.name(), VcpuShare.class);
    return found.orElseGet(() -> make(vm, world)).share;
  }

  private static VcpuShare make(VirtualMachine vm, World world) {
    VcpuSpec spec = world.find(vm.name(), Vcpus.class).map(Vcpus::spec).orElse(VcpuSpec.USUAL);
    VcpuShare made = new VcpuShare(vm, spec, world);
    world.add(vm.name(), made);
    return made;
  }

  private Optional<SharedCores> cores() {
    return world.find(vm.on().host(), SharedCores.class);
  }

  /** Follows the machine, which may be another now in what it does, how fast, and where. */
  @Override
  public void run() {
    share.throttle(vm.state() == VirtualMachine.State.RUNNING ? vm.speed() : 0);
    cores().ifPresentOrElse(share::moveTo, share::leave);
  }
}
