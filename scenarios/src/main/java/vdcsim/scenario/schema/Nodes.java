package vdcsim.scenario.schema;

import java.util.Collection;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes JSON. */
final class Nodes {
  private Nodes() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** An object with one key. */
  static ObjectNode object(String key, JsonNode value) {
    ObjectNode node = object();
    node.set(key, value);
    return node;
  }

  static ArrayNode list(Collection<? extends JsonNode> items) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    items.forEach(list::add);
    return list;
  }

  static ArrayNode words(Collection<String> words) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    words.forEach(list::add);
    return list;
  }

  /** A value of one of these types. */
  static ObjectNode type(String... types) {
    ObjectNode node = object();
    if (types.length == 1) {
      node.put("type", types[0]);
    } else {
      node.set("type", words(java.util.List.of(types)));
    }
    return node;
  }

  /** What holds when one of the keys is missing, or present. */
  static ObjectNode required(String key) {
    return object("required", words(java.util.List.of(key)));
  }

  static ObjectNode not(JsonNode node) {
    return object("not", node);
  }

  static ObjectNode when(JsonNode condition, JsonNode then) {
    ObjectNode node = object("if", condition);
    node.set("then", then);
    return node;
  }
}
