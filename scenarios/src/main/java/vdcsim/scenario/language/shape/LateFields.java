package vdcsim.scenario.language.shape;

import java.util.AbstractList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Fields that are read when somebody looks at them. Most of the language stands in no scenario, and
 * reading all of its records took a fifth of what {@code check} takes.
 */
final class LateFields extends AbstractList<Shape.Field> {
  private final Supplier<List<Shape.Field>> reader;
  private Optional<List<Shape.Field>> read = Optional.empty();

  LateFields(Supplier<List<Shape.Field>> reader) {
    this.reader = reader;
  }

  /** Several threads may read with one language. */
  private synchronized List<Shape.Field> fields() {
    if (read.isEmpty()) {
      read = Optional.of(List.copyOf(reader.get()));
    }
    return read.get();
  }

  @Override
  public Shape.Field get(int index) {
    return fields().get(index);
  }

  @Override
  public int size() {
    return fields().size();
  }
}
