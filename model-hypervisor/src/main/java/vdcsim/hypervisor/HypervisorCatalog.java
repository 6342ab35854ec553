package vdcsim.hypervisor;

import java.util.List;
import vdcsim.hypervisor.batch.TaskBatch;
import vdcsim.hypervisor.batch.TaskBatchSpec;
import vdcsim.hypervisor.migration.CrashHost;
import vdcsim.hypervisor.migration.EvacuateSpec;
import vdcsim.hypervisor.migration.Evacuation;
import vdcsim.hypervisor.migration.Migrate;
import vdcsim.hypervisor.migration.MigrateSpec;
import vdcsim.hypervisor.migration.RecoverMigration;
import vdcsim.hypervisor.save.RestoreSpec;
import vdcsim.hypervisor.save.SaveSpec;
import vdcsim.hypervisor.save.SavedMachines;
import vdcsim.hypervisor.spinlock.LockedWork;
import vdcsim.hypervisor.spinlock.LockedWorkSpec;
import vdcsim.hypervisor.vcpu.VcpuSpec;
import vdcsim.hypervisor.vcpu.Vcpus;
import vdcsim.hypervisor.vdisk.VirtualDisk;
import vdcsim.hypervisor.vdisk.VirtualDisksSpec;
import vdcsim.hypervisor.vm.FabricHypervisors;
import vdcsim.hypervisor.vm.Hypervisor;
import vdcsim.hypervisor.vm.HypervisorSpec;
import vdcsim.hypervisor.vm.VmAction;
import vdcsim.hypervisor.vm.VmSpec;
import vdcsim.hypervisor.vnic.fitting.Fitting;
import vdcsim.kernel.world.Action;
import vdcsim.kernel.world.Catalog;
import vdcsim.kernel.world.Facet;
import vdcsim.kernel.world.Inspection;
import vdcsim.kernel.world.Kind;
import vdcsim.kernel.world.Section;
import vdcsim.network.dhcp.DhcpClients;
import vdcsim.network.service.ListenSpec;
import vdcsim.network.service.Services;
import vdcsim.network.stack.IpSpec;
import vdcsim.network.station.PacketCostsSpec;

/** What a scenario can name of virtual machines. */
public final class HypervisorCatalog implements Catalog {
  @Override
  public List<Section> sections() {
    return List.of(new Section("vms", "Virtual machines.", Section.Form.NAMED));
  }

  @Override
  public List<Kind<?>> kinds() {
    return List.of(
        new Kind<>("vms", "", "A virtual machine.", VmSpec.class, Fitting::make),
        new Kind<>(
            "workloads",
            "locked-work",
            "Threads that share a spin lock.",
            LockedWorkSpec.class,
            LockedWork::make),
        new Kind<>(
            "workloads",
            "task-batch",
            "Many tasks that compute on virtual machines.",
            TaskBatchSpec.class,
            TaskBatch::make));
  }

  @Override
  public List<Facet<?>> facets() {
    return List.of(
        new Facet<>(
            "hosts",
            "hypervisor",
            "That it runs virtual machines.",
            HypervisorSpec.class,
            Hypervisor::make),
        new Facet<>(
            "fabrics",
            "hypervisor",
            "That all of its hosts run virtual machines.",
            HypervisorSpec.class,
            FabricHypervisors::make),
        new Facet<>(
            "vms", "ip", "The IPv4 addresses of its cards.", IpSpec.class, DhcpClients::make),
        new Facet<>(
            "vms", "listen", "The ports that it answers at.", ListenSpec.class, Services::make),
        new Facet<>(
            "vms",
            "packet-costs",
            "What its virtual processors do for each packet.",
            PacketCostsSpec.class,
            PacketCostsSpec::make),
        new Facet<>(
            "vms",
            "cpu",
            "Its processors, and how they share the host's.",
            VcpuSpec.class,
            Vcpus::make),
        new Facet<>(
            "vms", "disks", "Its disks by name.", VirtualDisksSpec.class, VirtualDisk::make));
  }

  @Override
  public List<Action<?>> actions() {
    return List.of(
        new Action<>(
            "migrate",
            "A virtual machine moves to another host.",
            MigrateSpec.class,
            Migrate::plan),
        new Action<>(
            "evacuate",
            "All virtual machines of a host move away.",
            EvacuateSpec.class,
            Evacuation::plan),
        new Action<>(
            "recover-migration",
            "A migration whose way broke behind the hand-over goes on.",
            RecoverMigration.class,
            RecoverMigration::plan),
        new Action<>(
            "crash-host", "A host goes down with its machines.", CrashHost.class, CrashHost::plan),
        new Action<>("start-vm", "A virtual machine is started.", VmAction.class, VmAction::start),
        new Action<>("pause-vm", "A virtual machine is halted.", VmAction.class, VmAction::pause),
        new Action<>("resume-vm", "A halted one goes on.", VmAction.class, VmAction::resume),
        new Action<>("stop-vm", "One is switched off.", VmAction.class, VmAction::stop),
        new Action<>("destroy-vm", "One gives its memory back.", VmAction.class, VmAction::destroy),
        new Action<>("save-vm", "One is written to a file.", SaveSpec.class, SavedMachines::save),
        new Action<>(
            "restore-vm", "One goes on from its file.", RestoreSpec.class, SavedMachines::restore));
  }

  @Override
  public List<Inspection> inspections() {
    return List.of(Migrate::inspect);
  }
}
