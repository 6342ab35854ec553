package vdcsim.scenario.language.assemble;

import java.util.Map;
import vdcsim.kernel.world.Kind;
import vdcsim.scenario.language.yaml.Node;

/**
 * A thing of a section, bound.
 *
 * @param facets the specs of the facets that are given, by key
 */
record Thing(
    String section,
    String name,
    Kind<?> kind,
    Record spec,
    Map<String, Object> facets,
    Node node,
    String path) {}
