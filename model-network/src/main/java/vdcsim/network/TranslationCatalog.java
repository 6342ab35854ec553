package vdcsim.network;

import java.util.ArrayList;
import java.util.List;
import vdcsim.kernel.world.Catalog;
import vdcsim.kernel.world.Facet;
import vdcsim.kernel.world.Kind;
import vdcsim.network.conntrack.Conntrack;
import vdcsim.network.conntrack.ConntrackSpec;
import vdcsim.network.filter.Filter;
import vdcsim.network.filter.FilterSpec;
import vdcsim.network.nat.Nat;
import vdcsim.network.nat.NatSpec;
import vdcsim.network.service.Connect;
import vdcsim.network.service.ConnectSpec;
import vdcsim.network.service.ListenSpec;
import vdcsim.network.service.Services;

/** What a scenario can say about connections: who listens, who asks, what is done on the way. */
final class TranslationCatalog implements Catalog {
  @Override
  public List<Kind<?>> kinds() {
    return List.of(
        new Kind<>(
            "workloads",
            "connect",
            "A client that asks a service, and notes what comes of it.",
            ConnectSpec.class,
            Connect::make));
  }

  @Override
  public List<Facet<?>> facets() {
    List<Facet<?>> facets = new ArrayList<>();
    for (String section : List.of("hosts", "routers")) {
      facets.add(
          new Facet<>(
              section,
              "conntrack",
              "How it tracks connections.",
              ConntrackSpec.class,
              Conntrack::make));
      facets.add(
          new Facet<>(section, "nat", "How it translates addresses.", NatSpec.class, Nat::make));
      facets.add(
          new Facet<>(
              section, "filter", "Which packets it lets pass.", FilterSpec.class, Filter::make));
      facets.add(
          new Facet<>(
              section,
              "listen",
              "The ports that it answers at.",
              ListenSpec.class,
              Services::make));
    }
    return facets;
  }
}
