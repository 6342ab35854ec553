package vdcsim.network;

import java.util.List;
import vdcsim.kernel.world.Action;
import vdcsim.kernel.world.Catalog;
import vdcsim.kernel.world.Facet;
import vdcsim.kernel.world.Wiring;
import vdcsim.kernel.world.World;
import vdcsim.network.rstp.Rstp;
import vdcsim.network.spanningtree.SetCost;
import vdcsim.network.spanningtree.SetPortPriority;
import vdcsim.network.spanningtree.SetPriority;
import vdcsim.network.spanningtree.SpanningTreeSpec;
import vdcsim.network.stp.Stp;

/** What a scenario can say about spanning trees. */
public final class SpanningTreeCatalog implements Catalog {
  @Override
  public List<Facet<?>> facets() {
    return List.of(
        new Facet<>(
            "switches",
            "spanning-tree",
            "The protocol by which switches avoid loops.",
            SpanningTreeSpec.class,
            SpanningTreeCatalog::make));
  }

  @Override
  public List<Action<?>> actions() {
    return List.of(
        new Action<>(
            "set-priority",
            "A switch gets another priority in the spanning tree.",
            SetPriority.class,
            SetPriority::plan),
        new Action<>(
            "set-cost",
            "A switch's port gets another path cost in the spanning tree.",
            SetCost.class,
            SetCost::plan),
        new Action<>(
            "set-port-priority",
            "A switch's port gets another priority in the spanning tree.",
            SetPortPriority.class,
            SetPortPriority::plan));
  }

  /** Lets a switch speak the protocol that its spec names. */
  public static Wiring make(String name, SpanningTreeSpec spec, World world) {
    return switch (spec.protocol()) {
      case NONE -> Wiring.NONE;
      case STP -> Stp.make(name, spec, world);
      case RSTP -> Rstp.make(name, spec, world);
    };
  }
}
