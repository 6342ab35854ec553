package vdcsim.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vdcsim.hardware.cpu.sharing.SharedCores;
import vdcsim.hypervisor.batch.TaskBatch;
import vdcsim.hypervisor.vm.Hypervisor;
import vdcsim.hypervisor.vm.HypervisorSpec;
import vdcsim.hypervisor.vm.VirtualMachine;
import vdcsim.hypervisor.vm.VmSpec;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.quantity.DataRate;
import vdcsim.kernel.quantity.DataSize;
import vdcsim.kernel.quantity.Frequency;
import vdcsim.kernel.world.Wiring;
import vdcsim.kernel.world.World;

/** The data centre of {@link DatacentreScale} as this simulator has it. */
final class OurDatacentre implements Datacentre {
  private static final long GIB = 1L << 30;

  private final World world = new World(new Simulation(1, 0));
  private final double[] ends;

  OurDatacentre(Size size, int[] millions) {
    ends = new double[millions.length];
    HypervisorSpec memory =
        new HypervisorSpec(
            new DataSize(Size.VMS_A_HOST * GIB), Optional.empty(), DataRate.ofGigabits(4));
    Frequency clock = new Frequency(Size.MIPS * 1_000_000L);
    for (int i = 0; i < size.hosts(); i++) {
      String host = "h" + i;
      world.add(host, new SharedCores(Size.CORES_A_HOST, clock));
      Hypervisor.make(host, memory, world).connect();
    }
    VmSpec vm =
        new VmSpec(
            "h*", Size.CORES_A_VM, new DataSize(GIB), new DataSize(0), Optional.empty(), true);
    List<Wiring> wirings = new ArrayList<>();
    for (int i = 0; i < size.vms(); i++) {
      wirings.add(VirtualMachine.make("vm" + i, vm, world));
    }
    wirings.add(TaskBatch.make("tasks", BareDatacentre.spec(millions), world));
    wirings.forEach(Wiring::connect);
    TaskBatch made = world.find("tasks", TaskBatch.class).orElseThrow();
    made.onFinished(task -> ends[task] = world.simulation().now() * 1e-9);
  }

  @Override
  public void run() {
    world.simulation().run(Long.MAX_VALUE / 2);
  }

  @Override
  public double end(int task) {
    return ends[task];
  }
}
