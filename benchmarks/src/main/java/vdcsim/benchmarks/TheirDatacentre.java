package vdcsim.benchmarks;

import ch.qos.logback.classic.Level;
import java.util.ArrayList;
import java.util.List;
import org.cloudsimplus.allocationpolicies.VmAllocationPolicyFirstFit;
import org.cloudsimplus.brokers.DatacenterBroker;
import org.cloudsimplus.brokers.DatacenterBrokerSimple;
import org.cloudsimplus.cloudlets.Cloudlet;
import org.cloudsimplus.cloudlets.CloudletSimple;
import org.cloudsimplus.core.CloudSimPlus;
import org.cloudsimplus.datacenters.DatacenterSimple;
import org.cloudsimplus.hosts.Host;
import org.cloudsimplus.hosts.HostSimple;
import org.cloudsimplus.resources.Pe;
import org.cloudsimplus.resources.PeSimple;
import org.cloudsimplus.schedulers.cloudlet.CloudletSchedulerTimeShared;
import org.cloudsimplus.schedulers.vm.VmSchedulerTimeShared;
import org.cloudsimplus.util.Log;
import org.cloudsimplus.utilizationmodels.UtilizationModelFull;
import org.cloudsimplus.vms.Vm;
import org.cloudsimplus.vms.VmSimple;

/**
 * The data centre of {@link DatacentreScale} as CloudSim Plus has it, set up as its examples do.
 */
final class TheirDatacentre implements Datacentre {
  private static final int VM_MEMORY_MB = 1024;
  private static final int PLENTY = 1_000_000;

  private final CloudSimPlus simulation;
  private final List<Cloudlet> cloudlets = new ArrayList<>();

  TheirDatacentre(Size size, int[] millions) {
    Log.setLevel(Level.OFF);
    simulation = new CloudSimPlus();
    List<Host> hosts = new ArrayList<>();
    for (int i = 0; i < size.hosts(); i++) {
      hosts.add(host());
    }
    DatacenterSimple datacenter =
        new DatacenterSimple(simulation, hosts, new VmAllocationPolicyFirstFit());
    // No events but those that something needs.
    datacenter.setSchedulingInterval(-1);
    DatacenterBroker broker = new DatacenterBrokerSimple(simulation);
    List<Vm> vms = new ArrayList<>();
    for (int i = 0; i < size.vms(); i++) {
      vms.add(vm());
    }
    broker.submitVmList(vms);
    UtilizationModelFull full = new UtilizationModelFull();
    for (int i = 0; i < millions.length; i++) {
      Cloudlet cloudlet = new CloudletSimple(millions[i], 1).setUtilizationModelCpu(full);
      cloudlet.setSizes(1);
      cloudlets.add(cloudlet);
      broker.bindCloudletToVm(cloudlet, vms.get(i % vms.size()));
    }
    broker.submitCloudletList(cloudlets);
  }

  private static Host host() {
    List<Pe> cores = new ArrayList<>();
    for (int i = 0; i < Size.CORES_A_HOST; i++) {
      cores.add(new PeSimple(Size.MIPS));
    }
    Host host = new HostSimple(Size.VMS_A_HOST * VM_MEMORY_MB, PLENTY, PLENTY, cores);
    return host.setVmScheduler(new VmSchedulerTimeShared());
  }

  private static Vm vm() {
    Vm vm = new VmSimple(Size.MIPS, Size.CORES_A_VM);
    vm.setRam(VM_MEMORY_MB).setBw(1000).setSize(1000);
    return vm.setCloudletScheduler(new CloudletSchedulerTimeShared());
  }

  @Override
  public void run() {
    simulation.start();
  }

  @Override
  public double end(int task) {
    return cloudlets.get(task).getFinishTime();
  }
}
