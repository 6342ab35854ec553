package vdcsim.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vdcsim.kernel.world.Section;
import vdcsim.scenario.TestGrammar;
import vdcsim.scenario.language.shape.Grammar;
import vdcsim.scenario.language.shape.Shape;

/** Every key says what it means, and a default that is a number says where it comes from. */
class SpecsTest {
  /**
   * Defaults without a source, and why. A default of nothing (0, 0 s) needs none, nor does a word
   * or a flag, which is a choice of the language; the head's keys belong to no model.
   */
  private static final Map<String, String> EXCEPTIONS = new TreeMap<>();

  private static final Grammar GRAMMAR = TestGrammar.grammar();

  /** The shapes of all models: things, and what actions take. */
  private static Map<String, Shape> shapes() {
    Map<String, Shape> shapes = new TreeMap<>();
    for (Section section : GRAMMAR.sections()) {
      shapes.put(section.name(), GRAMMAR.thing(section.name()));
    }
    shapes.put("events", GRAMMAR.event());
    return shapes;
  }

  @Test
  void aNumberThatIsADefaultHasASource() {
    List<String> without = new ArrayList<>();
    shapes().forEach((path, shape) -> collect(path, shape, without));
    without.removeAll(EXCEPTIONS.keySet());
    assertThat(without).as("numbers as defaults, without a source").isEmpty();
  }

  @Test
  void everyKeySaysWhatItMeansInASentence() {
    List<String> wrong = new ArrayList<>();
    shapes().forEach((path, shape) -> sentences(path, shape, wrong));
    sentences("", GRAMMAR.head(), wrong);
    assertThat(wrong).as("keys whose meaning is no sentence with a full stop").isEmpty();
  }

  private static void collect(String path, Shape shape, List<String> without) {
    for (Map.Entry<String, Shape.Field> entry : fields(path, shape).entrySet()) {
      Shape.Field field = entry.getValue();
      if (isNumber(field.shape()) && !isNothing(field.fallback()) && field.source().isEmpty()) {
        without.add(entry.getKey());
      }
    }
  }

  private static void sentences(String path, Shape shape, List<String> wrong) {
    fields(path, shape)
        .forEach(
            (key, field) -> {
              if (!field.doc().endsWith(".")) {
                wrong.add(key + ": " + field.doc());
              }
            });
  }

  private static boolean isNumber(Shape shape) {
    return shape instanceof Shape.Whole
        || shape instanceof Shape.Decimal
        || shape instanceof Shape.Measured
        || shape instanceof Shape.Drawn;
  }

  private static boolean isNothing(String fallback) {
    return fallback.isEmpty() || fallback.matches("0(\\.0*)?\\s*\\D*");
  }

  /** All keys at and below a shape, by path. */
  private static Map<String, Shape.Field> fields(String path, Shape shape) {
    Map<String, Shape.Field> fields = new TreeMap<>();
    if (shape instanceof Shape.ListOf list) {
      fields.putAll(fields(path, list.item()));
    } else if (shape instanceof Shape.MapOf map) {
      fields.putAll(fields(path, map.value()));
    } else if (shape instanceof Shape.Choice choice) {
      choice.types().forEach((type, kind) -> fields.putAll(fields(path + "." + type, kind)));
    } else if (shape instanceof Shape.Fields record) {
      for (Shape.Field field : record.fields()) {
        fields.put(path + "." + field.key(), field);
        fields.putAll(fields(path + "." + field.key(), field.shape()));
      }
    }
    return fields;
  }
}
