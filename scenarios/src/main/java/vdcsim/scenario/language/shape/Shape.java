package vdcsim.scenario.language.shape;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vdcsim.scenario.language.value.Quantity;

/** What may stand at one place of a scenario. */
public sealed interface Shape {

  /** Any text; {@code names} is the section that it names a thing of, or empty. */
  record Text(String names) implements Shape {}

  /** The name of a text file beside the scenario. */
  record FileName() implements Shape {}

  /** A whole number within bounds, both included. */
  record Whole(long least, long most, Class<?> type) implements Shape {}

  /** A number with a fraction. */
  record Decimal() implements Shape {}

  /** {@code true} or {@code false}. */
  record Flag() implements Shape {}

  /** A number with a unit. */
  record Measured(Quantity quantity) implements Shape {}

  /** A value that is drawn: a constant, or a call such as {@code exponential(mean=5 ms)}. */
  record Drawn(Optional<Quantity> quantity) implements Shape {}

  /** One of a few words. */
  record Word(List<Option> options) implements Shape {
    public Word {
      options = List.copyOf(options);
    }
  }

  /** A word, what it means, and the enum constant that it stands for. */
  record Option(String word, String doc, Object constant) {}

  /** A list. */
  record ListOf(Shape item) implements Shape {}

  /**
   * A map from names to values.
   *
   * @param holder the record whose only component it is, where one stands for it
   */
  record MapOf(Shape value, Optional<Class<? extends Record>> holder) implements Shape {
    /** A map that stands for itself. */
    public MapOf(Shape value) {
      this(value, Optional.empty());
    }
  }

  /**
   * A map with known keys, which becomes a record.
   *
   * @param shorthand the key that a single value fills; empty when there is none
   */
  record Fields(String doc, Class<? extends Record> type, List<Field> fields, String shorthand)
      implements Shape {
    public Fields {
      fields = fields instanceof LateFields ? fields : List.copyOf(fields);
    }

    /** The field of this key. */
    public Optional<Field> field(String key) {
      return fields.stream().filter(field -> field.key().equals(key)).findFirst();
    }

    /** All keys, in the order of declaration. */
    public List<String> keys() {
      return fields.stream().map(Field::key).toList();
    }
  }

  /** A map in which a key says which of several records it becomes. */
  record Choice(Map<String, Fields> types) implements Shape {}

  /**
   * A key.
   *
   * @param fallback the default as a file would write it; empty when there is none
   * @param required whether a file must give it
   * @param optional whether the record's component is an {@code Optional}
   * @param facet whether a higher module added it, so that it is no component of the record
   */
  record Field(
      String key,
      String doc,
      Shape shape,
      String fallback,
      String source,
      String example,
      boolean required,
      boolean optional,
      boolean facet) {}
}
