package vdcsim.scenario.schema;

import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vdcsim.scenario.language.shape.Shape;
import vdcsim.scenario.language.value.Numbers;
import vdcsim.scenario.language.yaml.MalformedYaml;
import vdcsim.scenario.language.yaml.Node;
import vdcsim.scenario.language.yaml.Place;
import vdcsim.scenario.language.yaml.SourceText;
import vdcsim.scenario.language.yaml.YamlReader;

/** Defaults and examples, which are written as a scenario file would, as JSON. */
final class Literals {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private Literals() {}

  static JsonNode of(String text, Shape shape) {
    boolean single = !(shape instanceof Shape.ListOf || shape instanceof Shape.MapOf);
    if (single && !(shape instanceof Shape.Fields)) {
      return shape instanceof Shape.Text
              || shape instanceof Shape.FileName
              || shape instanceof Shape.Word
          ? JSON.stringNode(text)
          : scalar(new Node.Scalar(text, false, Place.NOWHERE));
    }
    try {
      Optional<Node> node = YamlReader.read(SourceText.of("", text));
      return node.map(Literals::json).orElse(JSON.stringNode(text));
    } catch (MalformedYaml e) {
      throw new IllegalStateException("no value as a file would write it: " + text, e);
    }
  }

  private static JsonNode json(Node node) {
    if (node instanceof Node.Sequence sequence) {
      return Nodes.list(sequence.items().stream().map(Literals::json).toList());
    } else if (node instanceof Node.Mapping mapping) {
      ObjectNode object = Nodes.object();
      mapping.entries().forEach(entry -> object.set(entry.key(), json(entry.value())));
      return object;
    }
    return scalar((Node.Scalar) node);
  }

  private static JsonNode scalar(Node.Scalar scalar) {
    String text = scalar.text();
    if (scalar.quoted()) {
      return JSON.stringNode(text);
    } else if (text.equals("true") || text.equals("false")) {
      return JSON.booleanNode(Boolean.parseBoolean(text));
    } else if (text.matches("[+-]?\\d+")) {
      return JSON.numberNode(Numbers.whole(text, Long.MIN_VALUE, Long.MAX_VALUE));
    } else if (text.matches("[+-]?(\\d+\\.\\d*|\\d+)([eE][+-]?\\d+)?")) {
      return JSON.numberNode(Numbers.decimal(text));
    }
    return JSON.stringNode(text);
  }
}
