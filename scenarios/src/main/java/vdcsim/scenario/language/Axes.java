package vdcsim.scenario.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.result.Axis;
import vdcsim.scenario.language.prepare.Variation;
import vdcsim.scenario.language.value.Numbers;
import vdcsim.scenario.language.value.Quantity;

/** Makes axes of varied values: with a scale where all values are numbers of one unit. */
final class Axes {
  private Axes() {}

  static Axis axis(Variation.Varied varied) {
    List<String> values = varied.values().stream().map(Variation::text).toList();
    Optional<List<OptionalDouble>> bare = numbers(values, Optional.empty());
    if (bare.isPresent()) {
      return new Axis(varied.path(), Unit.NONE, values, bare.get());
    }
    for (Quantity quantity : Quantity.values()) {
      Optional<List<OptionalDouble>> numbers = numbers(values, Optional.of(quantity));
      if (numbers.isPresent()) {
        return new Axis(varied.path(), quantity.unit(), values, numbers.get());
      }
    }
    List<OptionalDouble> none = values.stream().map(value -> OptionalDouble.empty()).toList();
    return new Axis(varied.path(), Unit.NONE, values, none);
  }

  private static Optional<List<OptionalDouble>> numbers(
      List<String> values, Optional<Quantity> quantity) {
    List<OptionalDouble> numbers = new ArrayList<>();
    try {
      for (String value : values) {
        double number =
            quantity.isPresent()
                ? quantity.get().base(value).doubleValue()
                : Numbers.decimal(value);
        numbers.add(OptionalDouble.of(number));
      }
      return Optional.of(numbers);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
