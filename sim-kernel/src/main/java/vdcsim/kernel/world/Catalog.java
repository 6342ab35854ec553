package vdcsim.kernel.world;

import java.util.List;

/** What a module adds to the scenario language. */
public interface Catalog {
  /** The sections that this module is the first to fill. */
  default List<Section> sections() {
    return List.of();
  }

  /** What can stand in a section, this module's or a lower one's. */
  default List<Kind<?>> kinds() {
    return List.of();
  }

  /** Keys added to the things of a lower module, as {@code hypervisor} to hosts. */
  default List<Facet<?>> facets() {
    return List.of();
  }

  /** What can happen on the time line. */
  default List<Action<?>> actions() {
    return List.of();
  }

  /** What is looked at when a world stands, and no single thing could tell. */
  default List<Inspection> inspections() {
    return List.of();
  }
}
