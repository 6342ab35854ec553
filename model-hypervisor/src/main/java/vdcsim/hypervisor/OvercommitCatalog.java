package vdcsim.hypervisor;

import java.util.List;
import vdcsim.hypervisor.memory.overcommit.MemoryPolicySpec;
import vdcsim.hypervisor.memory.overcommit.Overcommit;
import vdcsim.hypervisor.memory.overcommit.OvercommitSpec;
import vdcsim.hypervisor.memory.overcommit.TaxAction;
import vdcsim.hypervisor.memory.overcommit.load.MemoryLoad;
import vdcsim.hypervisor.memory.overcommit.load.MemoryLoadSpec;
import vdcsim.kernel.world.Action;
import vdcsim.kernel.world.Catalog;
import vdcsim.kernel.world.Facet;
import vdcsim.kernel.world.Kind;

/** What of over-committed memory a scenario can name; it stands behind that of hypervisors. */
public final class OvercommitCatalog implements Catalog {
  @Override
  public List<Kind<?>> kinds() {
    return List.of(
        new Kind<>(
            "workloads",
            "memory-load",
            "A program in a guest that uses memory.",
            MemoryLoadSpec.class,
            MemoryLoad::make));
  }

  @Override
  public List<Action<?>> actions() {
    return List.of(
        new Action<>(
            "set-idle-tax", "Another tax on idle memory.", TaxAction.class, TaxAction::plan));
  }

  @Override
  public List<Facet<?>> facets() {
    return List.of(
        new Facet<>(
            "hosts",
            "overcommit",
            "That its machines may together have more memory than it has.",
            OvercommitSpec.class,
            Overcommit::make),
        new Facet<>(
            "vms",
            "memory-policy",
            "Its right to memory there, and what its memory holds.",
            MemoryPolicySpec.class,
            MemoryPolicySpec::make));
  }
}
