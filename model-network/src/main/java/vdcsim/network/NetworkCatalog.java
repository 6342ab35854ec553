package vdcsim.network;

import java.util.List;
import java.util.function.Function;
import vdcsim.kernel.world.Action;
import vdcsim.kernel.world.Catalog;
import vdcsim.kernel.world.Facet;
import vdcsim.kernel.world.Inspection;
import vdcsim.kernel.world.Kind;
import vdcsim.kernel.world.Section;

/** What a scenario can name from frames upward, layer by layer. */
public final class NetworkCatalog implements Catalog {
  private final List<Catalog> layers =
      List.of(
          new SwitchingCatalog(),
          new SpanningTreeCatalog(),
          new RoutingCatalog(),
          new TransportCatalog(),
          new TranslationCatalog());

  @Override
  public List<Section> sections() {
    return all(Catalog::sections);
  }

  @Override
  public List<Kind<?>> kinds() {
    return all(Catalog::kinds);
  }

  @Override
  public List<Facet<?>> facets() {
    return all(Catalog::facets);
  }

  @Override
  public List<Action<?>> actions() {
    return all(Catalog::actions);
  }

  @Override
  public List<Inspection> inspections() {
    return all(Catalog::inspections);
  }

  private <T> List<T> all(Function<Catalog, List<T>> part) {
    return layers.stream().map(part).flatMap(List::stream).toList();
  }
}
