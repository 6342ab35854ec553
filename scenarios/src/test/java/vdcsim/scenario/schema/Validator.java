package vdcsim.scenario.schema;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vdcsim.scenario.TestGrammar;

/** Holds YAML against the schema with a validator and a YAML reader that are not ours. */
public final class Validator {
  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private final JsonNode root = JsonMapper.shared().readTree(Schema.of(TestGrammar.grammar()));
  private final com.networknt.schema.Schema schema = registry.getSchema(root);

  /** The schema. */
  JsonNode root() {
    return root;
  }

  /** What the schema has against a scenario. */
  public List<String> errors(String yaml) {
    LoadSettings settings = LoadSettings.builder().setSchema(new CoreSchema()).build();
    JsonNode node = JsonMapper.shared().valueToTree(new Load(settings).loadFromString(yaml));
    return schema.validate(node).stream().map(Object::toString).toList();
  }

  /** What a part of the schema has against a value. */
  List<String> errors(JsonNode part, JsonNode value) {
    tools.jackson.databind.node.ObjectNode alone = Nodes.object();
    alone.setAll((tools.jackson.databind.node.ObjectNode) part.deepCopy());
    alone.set("$defs", root.get("$defs"));
    return registry.getSchema(alone).validate(value).stream().map(Object::toString).toList();
  }

  /** What the standard has against the schema itself. */
  List<String> errorsOfSchema() {
    return registry
        .getSchema(
            com.networknt.schema.SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"))
        .validate(root)
        .stream()
        .map(Object::toString)
        .toList();
  }
}
