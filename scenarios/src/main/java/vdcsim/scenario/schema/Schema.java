package vdcsim.scenario.schema;

import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vdcsim.kernel.world.Section;
import vdcsim.scenario.language.shape.Grammar;
import vdcsim.scenario.language.shape.Shape;

/** Writes the language as a JSON Schema. */
public final class Schema {
  /** What the time line is. */
  static final String EVENTS = "The time line: what happens at which instant.";

  private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

  private Schema() {}

  /** The schema of all scenarios of this language: JSON, indented, ending in a line end. */
  public static String of(Grammar grammar) {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
    return JsonMapper.shared().writer().with(printer).writeValueAsString(root(grammar)) + "\n";
  }

  private static ObjectNode root(Grammar grammar) {
    Definitions definitions = new Definitions();
    ObjectNode root = Nodes.object().put("$schema", DIALECT);
    root.put("title", "vdcsim scenario").put("description", grammar.head().doc());
    root.put(
        "$comment",
        "An editor with the YAML language server reads this file where a scenario's first line is:"
            + " # yaml-language-server: $schema=vdcsim.schema.json");
    root.put("type", "object");
    root.set("properties", properties(grammar, definitions));
    root.put("additionalProperties", false);
    ArrayNode rules = root.putArray("allOf");
    Completeness.of(grammar.head()).ifPresent(rules::add);
    rules.add(Nodes.when(Nodes.not(Nodes.required("vary")), complete(grammar)));
    root.set("$defs", definitions.all());
    return root;
  }

  private static ObjectNode properties(Grammar grammar, Definitions definitions) {
    ObjectNode properties = Nodes.object();
    for (Shape.Field field : grammar.head().fields()) {
      properties.set(field.key(), definitions.property(field));
    }
    Sections sections = new Sections(grammar, definitions);
    properties.set("types", sections.types());
    properties.set("vary", new Varied(grammar).schema());
    for (Section section : grammar.sections()) {
      properties.set(section.name(), sections.section(section));
    }
    return properties.set("events", sections.events());
  }

  private static ObjectNode complete(Grammar grammar) {
    ObjectNode properties = Nodes.object();
    for (Section section : grammar.sections()) {
      Completeness.section(section, grammar.thing(section.name()))
          .ifPresent(whole -> properties.set(section.name(), whole));
    }
    properties.set("events", Completeness.events(grammar));
    return Nodes.object("properties", properties);
  }
}
