package vdcsim.hypervisor;

import java.util.List;
import vdcsim.hypervisor.level.program.Program;
import vdcsim.hypervisor.level.program.ProgramSpec;
import vdcsim.hypervisor.level.runtime.Requests;
import vdcsim.hypervisor.level.runtime.RequestsSpec;
import vdcsim.hypervisor.vmm.AccessLoop;
import vdcsim.hypervisor.vmm.AccessLoopSpec;
import vdcsim.hypervisor.vmm.PacketStream;
import vdcsim.hypervisor.vmm.PacketStreamSpec;
import vdcsim.hypervisor.vmm.Vmm;
import vdcsim.hypervisor.vmm.VmmSpec;
import vdcsim.kernel.world.Catalog;
import vdcsim.kernel.world.Facet;
import vdcsim.kernel.world.Kind;

/** What of the levels of virtualization, and of where a monitor stands, a scenario can name. */
public final class LevelCatalog implements Catalog {
  @Override
  public List<Kind<?>> kinds() {
    return List.of(
        new Kind<>(
            "workloads",
            "device-accesses",
            "A guest that accesses a device again and again.",
            AccessLoopSpec.class,
            AccessLoop::make),
        new Kind<>(
            "workloads",
            "packet-stream",
            "A guest's stream of packets through a card that its monitor emulates.",
            PacketStreamSpec.class,
            PacketStream::make),
        new Kind<>(
            "workloads",
            "program",
            "A program at a level of virtualization.",
            ProgramSpec.class,
            Program::make),
        new Kind<>(
            "workloads",
            "managed-requests",
            "Requests to a program in a managed-language runtime.",
            RequestsSpec.class,
            Requests::make));
  }

  @Override
  public List<Facet<?>> facets() {
    return List.of(
        new Facet<>("hosts", "vmm", "Where exits of its guests go.", VmmSpec.class, Vmm::make));
  }
}
