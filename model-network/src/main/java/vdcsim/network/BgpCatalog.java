package vdcsim.network;

import java.util.List;
import vdcsim.kernel.world.Action;
import vdcsim.kernel.world.Catalog;
import vdcsim.kernel.world.Facet;
import vdcsim.kernel.world.Kind;
import vdcsim.kernel.world.Section;
import vdcsim.network.bgp.AnnounceNetwork;
import vdcsim.network.bgp.Bgp;
import vdcsim.network.bgp.BgpSpec;
import vdcsim.network.bgp.WithdrawNetwork;

/** What a scenario can say of BGP. */
final class BgpCatalog implements Catalog {
  @Override
  public List<Section> sections() {
    return List.of();
  }

  @Override
  public List<Kind<?>> kinds() {
    return List.of();
  }

  @Override
  public List<Facet<?>> facets() {
    return List.of(
        new Facet<>("routers", "bgp", "How it exchanges routes by BGP.", BgpSpec.class, Bgp::make));
  }

  @Override
  public List<Action<?>> actions() {
    return List.of(
        new Action<>(
            "announce-network",
            "A router announces a network.",
            AnnounceNetwork.class,
            AnnounceNetwork::plan),
        new Action<>(
            "withdraw-network",
            "A router announces a network no longer.",
            WithdrawNetwork.class,
            WithdrawNetwork::plan));
  }
}
