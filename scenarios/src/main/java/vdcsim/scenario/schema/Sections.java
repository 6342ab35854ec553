package vdcsim.scenario.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vdcsim.kernel.world.Kind;
import vdcsim.kernel.world.Section;
import vdcsim.scenario.language.shape.Grammar;
import vdcsim.scenario.language.shape.Shape;

/** Schemas of sections and of the time line, with every key optional. */
final class Sections {
  private static final String DESCRIPTION = "description";

  private final Grammar grammar;
  private final Definitions definitions;

  Sections(Grammar grammar, Definitions definitions) {
    this.grammar = grammar;
    this.definitions = definitions;
    grammar.sections().forEach(this::defineThing);
  }

  private void defineThing(Section section) {
    Shape shape = grammar.thing(section.name());
    if (shape instanceof Shape.Choice choice) {
      definitions.name(section.name(), choice(section, choice));
    } else {
      definitions.thing(section.name(), (Shape.Fields) shape, Definitions.like());
    }
  }

  private ObjectNode choice(Section section, Shape.Choice choice) {
    ObjectNode type = Nodes.object("oneOf", Nodes.list(constants(section)));
    ObjectNode node = Nodes.object().put("title", section.name()).put(DESCRIPTION, section.doc());
    node.put("type", "object");
    node.set("properties", Nodes.object(Grammar.TYPE, type));
    ArrayNode rules = node.putArray("allOf");
    List<ObjectNode> references = new ArrayList<>();
    for (Map.Entry<String, Shape.Fields> kind : choice.types().entrySet()) {
      ObjectNode constant = Nodes.object().put("const", kind.getKey());
      ObjectNode more = Nodes.object(Grammar.TYPE, constant);
      more.setAll(Definitions.like());
      String name = section.name() + "." + kind.getKey();
      ObjectNode reference = definitions.thing(name, kind.getValue(), more);
      references.add(reference);
      rules.add(Nodes.when(isType(kind.getKey()), reference));
    }
    ObjectNode anyKind = Nodes.object("anyOf", Nodes.list(references));
    rules.add(Nodes.when(Nodes.not(Nodes.required(Grammar.TYPE)), anyKind));
    return node;
  }

  /** That an object's type is this one. */
  static ObjectNode isType(String type) {
    ObjectNode node =
        Nodes.object("properties", Nodes.object(Grammar.TYPE, Nodes.object().put("const", type)));
    node.setAll(Nodes.required(Grammar.TYPE));
    return node;
  }

  private List<ObjectNode> constants(Section section) {
    List<ObjectNode> constants = new ArrayList<>();
    for (Kind<?> kind : grammar.kinds(section.name())) {
      constants.add(Nodes.object().put("const", kind.type()).put(DESCRIPTION, kind.doc()));
    }
    return constants;
  }

  /** A section at the top of a scenario. */
  ObjectNode section(Section section) {
    ObjectNode thing = Definitions.reference(section.name());
    boolean listed = section.form() == Section.Form.LISTED;
    ObjectNode node = listed ? Nodes.type("array", "null") : Nodes.type("object", "null");
    node.put("title", section.name()).put(DESCRIPTION, section.doc());
    if (listed) {
      node.set("items", thing);
    } else {
      node.set("patternProperties", Nodes.object(Patterns.NAME, thing));
      node.put("additionalProperties", false);
    }
    return node;
  }

  /** Templates: each has the keys of a thing of some section. */
  ObjectNode types() {
    List<ObjectNode> things =
        grammar.sections().stream().map(s -> Definitions.reference(s.name())).toList();
    ObjectNode node = Nodes.type("object", "null");
    node.put("title", "types").put(DESCRIPTION, Grammar.PREPARED.get("types"));
    node.set("additionalProperties", Nodes.object("anyOf", Nodes.list(things)));
    return node;
  }

  /** The time line: each item has an instant, or several, and one action. */
  ObjectNode events() {
    Shape.Fields event = grammar.event();
    ObjectNode item = Nodes.type("object");
    item.put("title", "event").put(DESCRIPTION, event.doc());
    item.setAll(definitions.keys(event, Nodes.object()));
    ObjectNode at = (ObjectNode) item.get("properties").get(Grammar.AT);
    ObjectNode instants = Nodes.type("array");
    instants.set("items", Nodes.object().set("$ref", at.get("$ref")));
    List<ObjectNode> forms = List.of(Nodes.object().set("$ref", at.get("$ref")), instants);
    at.remove("$ref");
    at.set("anyOf", Nodes.list(forms));
    item.put("maxProperties", 2);
    ObjectNode node = Nodes.type("array", "null");
    node.put("title", "events").put(DESCRIPTION, Schema.EVENTS);
    node.set("items", item);
    return node;
  }
}
