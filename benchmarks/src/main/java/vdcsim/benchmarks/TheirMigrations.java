package vdcsim.benchmarks;

import ch.qos.logback.classic.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.cloudsimplus.allocationpolicies.VmAllocationPolicySimple;
import org.cloudsimplus.brokers.DatacenterBroker;
import org.cloudsimplus.brokers.DatacenterBrokerSimple;
import org.cloudsimplus.cloudlets.Cloudlet;
import org.cloudsimplus.cloudlets.CloudletSimple;
import org.cloudsimplus.core.CloudSimPlus;
import org.cloudsimplus.datacenters.Datacenter;
import org.cloudsimplus.datacenters.DatacenterSimple;
import org.cloudsimplus.hosts.Host;
import org.cloudsimplus.hosts.HostSimple;
import org.cloudsimplus.resources.Pe;
import org.cloudsimplus.resources.PeSimple;
import org.cloudsimplus.schedulers.vm.VmSchedulerTimeShared;
import org.cloudsimplus.util.Log;
import org.cloudsimplus.utilizationmodels.UtilizationModelFull;
import org.cloudsimplus.vms.Vm;
import org.cloudsimplus.vms.VmSimple;
import vdcsim.benchmarks.MigrationScale.Move;

/**
 * The moves of {@link MigrationScale} in CloudSim Plus: ordered at each second, one task a machine.
 */
final class TheirMigrations {
  private static final int MIPS = 1000;
  private static final int PLENTY = 1_000_000;

  /** Half of it is for migrations: 1 Gbps, as the other side's migrations have at most. */
  private static final int HOST_MBPS = 2000;

  private static final int VM_MBPS = 10;
  private static final int LONG_TASK = 200 * MIPS;

  private final CloudSimPlus simulation;
  private final Datacenter datacenter;
  private final List<Host> hosts = new ArrayList<>();
  private final List<Vm> vms = new ArrayList<>();
  private final List<Move> moves;
  private int next;
  private int ended;
  private double lastS;

  TheirMigrations(List<Move> moves, int count) {
    Log.setLevel(Level.OFF);
    this.moves = moves.stream().sorted(Comparator.comparingInt(Move::atMs)).toList();
    simulation = new CloudSimPlus();
    int each = count / MigrationScale.HOSTS;
    for (int i = 0; i < MigrationScale.HOSTS; i++) {
      hosts.add(host(each));
    }
    VmAllocationPolicySimple spread =
        new VmAllocationPolicySimple(
            (policy, vm) -> Optional.of(hosts.get(vms.indexOf(vm) / each)));
    datacenter = new DatacenterSimple(simulation, hosts, spread);
    datacenter.setSchedulingInterval(1);
    DatacenterBroker broker = new DatacenterBrokerSimple(simulation);
    List<Cloudlet> cloudlets = new ArrayList<>();
    UtilizationModelFull full = new UtilizationModelFull();
    for (int i = 0; i < count; i++) {
      Vm vm = new VmSimple(MIPS, 1);
      vm.setRam(1024L * MigrationScale.MEMORY_GIB).setBw(VM_MBPS).setSize(1000);
      vm.addOnMigrationFinishListener(
          info -> {
            ended++;
            lastS = info.getTime();
          });
      vms.add(vm);
      // What a task uses of the memory is what it takes along.
      Cloudlet task =
          new CloudletSimple(LONG_TASK, 1)
              .setUtilizationModelCpu(full)
              .setUtilizationModelRam(full);
      broker.bindCloudletToVm(task, vm);
      cloudlets.add(task);
    }
    broker.submitVmList(vms);
    broker.submitCloudletList(cloudlets);
    simulation.addOnClockTickListener(tick -> order(tick.getTime()));
  }

  /** Room enough for the machines that come before others go. */
  private static Host host(int each) {
    List<Pe> cores = new ArrayList<>();
    for (int i = 0; i < 5 * each; i++) {
      cores.add(new PeSimple(MIPS));
    }
    Host host = new HostSimple(PLENTY, HOST_MBPS, PLENTY, cores);
    return host.setVmScheduler(new VmSchedulerTimeShared());
  }

  private void order(double nowS) {
    while (next < moves.size() && moves.get(next).atMs() <= 1000 * nowS) {
      Move move = moves.get(next++);
      datacenter.requestVmMigration(vms.get(move.vm()), hosts.get(move.to()));
    }
  }

  void run() {
    simulation.start();
  }

  int ended() {
    return ended;
  }

  double lastS() {
    return lastS;
  }
}
