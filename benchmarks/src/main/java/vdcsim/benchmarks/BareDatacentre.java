package vdcsim.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vdcsim.hardware.cpu.sharing.Share;
import vdcsim.hardware.cpu.sharing.SharedCores;
import vdcsim.hypervisor.batch.TaskBatch;
import vdcsim.hypervisor.batch.TaskBatchSpec;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.quantity.Frequency;

/**
 * The data centre of {@link DatacentreScale} as cores, machines' shares of them, and tasks: all
 * that decides when tasks end, without names, places, states and metrics of each machine.
 */
final class BareDatacentre implements Datacentre {
  private final Simulation simulation = new Simulation(1, 0);
  private final double[] ends;

  /** Held, since idle hosts belong to the data centre too. */
  private final List<SharedCores> hosts = new ArrayList<>();

  BareDatacentre(Size size, int[] millions) {
    ends = new double[millions.length];
    Frequency clock = new Frequency(Size.MIPS * 1_000_000L);
    for (int i = 0; i < size.hosts(); i++) {
      hosts.add(new SharedCores(Size.CORES_A_HOST, clock));
    }
    List<Share> vms = new ArrayList<>();
    for (int i = 0; i < size.vms(); i++) {
      Share vm = new Share(simulation, 1, Size.CORES_A_VM);
      vm.moveTo(hosts.get(i / Size.VMS_A_HOST));
      vms.add(vm);
    }
    TaskBatch tasks = TaskBatch.over("tasks", spec(millions), vms, simulation);
    tasks.onFinished(task -> ends[task] = simulation.now() * 1e-9);
  }

  static TaskBatchSpec spec(int[] millions) {
    return new TaskBatchSpec(
        List.of("vm*"),
        millions.length,
        new GivenLengths(millions),
        1,
        1,
        Duration.ZERO,
        Optional.empty(),
        Optional.empty());
  }

  @Override
  public void run() {
    simulation.run(Long.MAX_VALUE / 2);
  }

  @Override
  public double end(int task) {
    return ends[task];
  }
}
