package vdcsim.hardware;

import java.util.List;
import vdcsim.hardware.disk.DisksSpec;
import vdcsim.hardware.disk.HostDisk;
import vdcsim.hardware.disk.pagecache.PageCache;
import vdcsim.hardware.disk.pagecache.PageCacheSpec;
import vdcsim.hardware.ethernet.BusSpec;
import vdcsim.hardware.ethernet.Cabling;
import vdcsim.hardware.ethernet.HubSpec;
import vdcsim.hardware.ethernet.LinkFailure;
import vdcsim.hardware.ethernet.LinkRepair;
import vdcsim.hardware.ethernet.LinkSpec;
import vdcsim.hardware.ethernet.PowerAction;
import vdcsim.hardware.fio.Fio;
import vdcsim.hardware.fio.FioSpec;
import vdcsim.hardware.host.Host;
import vdcsim.hardware.host.HostSpec;
import vdcsim.hardware.iommu.Iommu;
import vdcsim.hardware.iommu.IommuSpec;
import vdcsim.hardware.load.BusyLoop;
import vdcsim.hardware.load.BusyLoopSpec;
import vdcsim.hardware.load.CpuRequests;
import vdcsim.hardware.load.CpuRequestsSpec;
import vdcsim.hardware.machine.CpuSpec;
import vdcsim.hardware.machine.Machine;
import vdcsim.hardware.nic.NicHardwareSpec;
import vdcsim.hardware.nic.PhysicalNic;
import vdcsim.kernel.world.Action;
import vdcsim.kernel.world.Catalog;
import vdcsim.kernel.world.Facet;
import vdcsim.kernel.world.Kind;
import vdcsim.kernel.world.Section;
import vdcsim.kernel.world.Wiring;
import vdcsim.kernel.world.World;

/** What physical things a scenario can name. */
public final class HardwareCatalog implements Catalog {
  @Override
  public List<Section> sections() {
    return List.of(
        new Section("hosts", "Physical machines.", Section.Form.NAMED),
        new Section("hubs", "Repeaters, which share one medium.", Section.Form.NAMED),
        new Section("buses", "Coaxial cables, each with its stations.", Section.Form.NAMED),
        new Section("links", "Cables, each with its two ends.", Section.Form.LISTED),
        new Section("workloads", "What the hosts do, by name.", Section.Form.NAMED));
  }

  @Override
  public List<Kind<?>> kinds() {
    return List.of(
        new Kind<>("hosts", "", "A physical machine.", HostSpec.class, HardwareCatalog::host),
        new Kind<>("hubs", "", "A repeater.", HubSpec.class, HubSpec::make),
        new Kind<>("buses", "", "A coaxial cable.", BusSpec.class, BusSpec::make),
        new Kind<>("links", "", "A cable.", LinkSpec.class, Cabling::lay),
        new Kind<>(
            "workloads",
            "busy-loop",
            "Threads that compute without end.",
            BusyLoopSpec.class,
            BusyLoop::make),
        new Kind<>(
            "workloads",
            "cpu-requests",
            "Requests that each compute for a time.",
            CpuRequestsSpec.class,
            CpuRequests::make),
        new Kind<>("workloads", "fio", "Jobs that keep a disk busy.", FioSpec.class, Fio::make));
  }

  @Override
  public List<Facet<?>> facets() {
    return List.of(
        new Facet<>(
            "hosts",
            "cpu",
            "Its processors, and how tasks share them.",
            CpuSpec.class,
            Machine::make),
        new Facet<>(
            "hosts",
            "nic-hardware",
            "What is on its network cards.",
            NicHardwareSpec.class,
            PhysicalNic::make),
        new Facet<>(
            "hosts",
            "iommu",
            "What stands between its devices and its memory (VT-d).",
            IommuSpec.class,
            Iommu::make),
        new Facet<>("hosts", "disks", "Its disks by name.", DisksSpec.class, HostDisk::make),
        new Facet<>(
            "hosts",
            "page-cache",
            "The memory in which its kernel keeps pages of files.",
            PageCacheSpec.class,
            PageCache::make));
  }

  @Override
  public List<Action<?>> actions() {
    return List.of(
        new Action<>("fail", "A cable breaks.", LinkFailure.class, LinkFailure::plan),
        new Action<>("repair", "A cable is mended.", LinkRepair.class, LinkRepair::plan),
        new Action<>("power-off", "A device is switched off.", PowerAction.class, PowerAction::off),
        new Action<>("power-on", "A device is switched on.", PowerAction.class, PowerAction::on));
  }

  private static Wiring host(String name, HostSpec spec, World world) {
    new Host(name, spec, world);
    return Wiring.NONE;
  }
}
