package vdcsim.scenario.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import vdcsim.scenario.TestGrammar;
import vdcsim.scenario.language.ScenarioReader;
import vdcsim.scenario.language.problem.RefusedScenario;

class SchemaTest {
  private static final Validator VALIDATOR = new Validator();
  private static final ScenarioReader READER = new ScenarioReader(TestGrammar.grammar());

  @Test
  void theSchemaIsASchema() {
    assertThat(VALIDATOR.errorsOfSchema()).isEmpty();
  }

  @Test
  void twoWritingsAreEqual() {
    assertThat(Schema.of(TestGrammar.grammar())).isEqualTo(Schema.of(TestGrammar.grammar()));
  }

  @ParameterizedTest
  @MethodSource("vdcsim.scenario.schema.Scenarios#good")
  void whatTheReaderTakesTheSchemaTakes(String yaml) throws RefusedScenario {
    READER.read("good.yaml", yaml.getBytes(StandardCharsets.UTF_8), List.of());
    assertThat(VALIDATOR.errors(yaml)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("vdcsim.scenario.schema.Scenarios#library")
  void everyLibraryScenarioIsTaken(String name, String yaml) {
    assertThat(VALIDATOR.errors(yaml)).as(name).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("vdcsim.scenario.schema.Scenarios#wrong")
  void whatIsWrongIsRefusedByBoth(String mistake, String yaml) {
    assertThat(accepted(yaml)).as("the reader takes: " + mistake).isFalse();
    assertThat(VALIDATOR.errors(yaml)).as(mistake).isNotEmpty();
  }

  private static boolean accepted(String yaml) {
    try {
      READER.read("wrong.yaml", yaml.getBytes(StandardCharsets.UTF_8), List.of());
      return true;
    } catch (RefusedScenario e) {
      return false;
    }
  }

  @Test
  void everyDefaultAndExampleFitsItsOwnSchema() {
    List<String> wrong = new ArrayList<>();
    List<JsonNode> keys = withDescription(VALIDATOR.root());
    for (JsonNode key : keys) {
      List<JsonNode> values = new ArrayList<>();
      if (key.has("default")) {
        values.add(key.get("default"));
      }
      if (key.has("examples")) {
        key.get("examples").forEach(values::add);
      }
      values.forEach(value -> wrong.addAll(VALIDATOR.errors(key, value)));
    }
    assertThat(wrong).isEmpty();
    assertThat(keys).hasSizeGreaterThan(50);
  }

  private static List<JsonNode> withDescription(JsonNode node) {
    List<JsonNode> found = new ArrayList<>();
    if (node.isObject() && node.has("description") && node.get("description").isString()) {
      found.add(node);
    }
    node.forEach(child -> found.addAll(withDescription(child)));
    return found;
  }

  @Test
  void aKeySaysItsMeaningItsDefaultAndWhereThatComesFrom() {
    JsonNode ageing = VALIDATOR.root().at("/$defs/switches/properties/ageing");
    assertThat(ageing.get("description").stringValue())
        .isEqualTo(
            "How long an address that sends nothing is remembered. Default: 300 s (IEEE"
                + " 802.1D-2004, Table 7-5).");
    assertThat(ageing.get("default").stringValue()).isEqualTo("300 s");
    assertThat(ageing.at("/examples/0").stringValue()).isEqualTo("20 s");
    assertThat(ageing.get("$ref").stringValue()).isEqualTo("#/$defs/time");
  }
}
