package vdcsim.kernel.result;

import java.util.List;
import java.util.OptionalDouble;
import vdcsim.kernel.quantity.Unit;

/**
 * One thing that a scenario varies.
 *
 * @param path where it stands in the scenario, as {@code workloads.stream.rate}
 * @param unit the unit of {@code numbers}; {@link Unit#NONE} for techniques and pure numbers
 * @param values each value as the file writes it
 * @param numbers each value in the unit, or empty where it is a name such as a technique
 */
public record Axis(String path, Unit unit, List<String> values, List<OptionalDouble> numbers) {

  public Axis {
    values = List.copyOf(values);
    numbers = List.copyOf(numbers);
    if (values.size() != numbers.size()) {
      throw new IllegalArgumentException(
          "an axis needs a number a value, had " + numbers.size() + " for " + values.size());
    }
  }

  /** Whether every value is a number, so that the axis has a scale. */
  public boolean numeric() {
    return numbers.stream().allMatch(OptionalDouble::isPresent);
  }

  /** The last part of the path, as {@code rate}: short enough for an axis label. */
  public String label() {
    return path.substring(path.lastIndexOf('.') + 1);
  }
}
