package vdcsim.scenario.schema;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;
import vdcsim.kernel.world.Section;
import vdcsim.scenario.language.shape.Grammar;

/** The schema of {@code vary:}. */
final class Varied {
  private final String path;

  Varied(Grammar grammar) {
    List<String> first = new ArrayList<>(grammar.sections().stream().map(Section::name).toList());
    first.add("types");
    first.add("events");
    this.path = Patterns.path(first);
  }

  /** A grid, perhaps with a zip in it, or a list of points. */
  ObjectNode schema() {
    ObjectNode zip = paths(values());
    zip.put("minProperties", 1);
    zip.put("description", "Paths whose values go together, one by one.");
    ObjectNode grid = paths(values());
    grid.set("properties", Nodes.object("zip", zip));
    ObjectNode points = Nodes.type("array").put("minItems", 1);
    points.set("items", paths(Nodes.object()).put("minProperties", 1));
    ObjectNode node = Nodes.object().put("title", "vary");
    node.put("description", Grammar.PREPARED.get("vary"));
    return node.set("anyOf", Nodes.list(List.of(grid, points, Nodes.type("null"))));
  }

  private ObjectNode paths(ObjectNode values) {
    ObjectNode node = Nodes.type("object");
    node.set("patternProperties", Nodes.object(path, values));
    return node.put("additionalProperties", false);
  }

  /** A list, whole numbers as 1..10, or steps. */
  private static ObjectNode values() {
    ObjectNode list = Nodes.type("array").put("minItems", 1);
    ObjectNode span = Nodes.type("string").put("pattern", Patterns.SPAN);
    return Nodes.object("anyOf", Nodes.list(List.of(list, span, steps("step"), steps("factor"))));
  }

  private static ObjectNode steps(String by) {
    List<String> keys = List.of("from", "to", by);
    ObjectNode properties = Nodes.object();
    for (String key : keys) {
      properties.set(key, Nodes.type("number", "string").put("pattern", Patterns.STEP));
    }
    ObjectNode node = Nodes.type("object");
    node.set("properties", properties);
    node.set("required", Nodes.words(keys));
    return node.put("additionalProperties", false);
  }
}
