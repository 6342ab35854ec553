package vdcsim.kernel.random;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A family of distributions, as a scenario names it.
 *
 * @param name as {@code exponential}
 * @param doc what it is for, in one sentence
 * @param parameters in the order in which they may be given without their names
 * @param maker makes a member from the parameters' values, by name, in the base unit
 */
public record Family(
    String name,
    String doc,
    List<Parameter> parameters,
    Function<Map<String, Double>, Distribution> maker) {

  public Family {
    parameters = List.copyOf(parameters);
  }

  /**
   * A parameter.
   *
   * @param name in kebab case
   * @param pure whether it is a pure number, as a shape; else it carries the unit of what is drawn
   * @param doc what it means, in a few words
   */
  public record Parameter(String name, boolean pure, String doc) {}

  /** The parameter of this name. */
  public Optional<Parameter> parameter(String parameterName) {
    return parameters.stream().filter(p -> p.name().equals(parameterName)).findFirst();
  }

  /**
   * A member.
   *
   * @throws IllegalArgumentException for a value that the family does not allow
   */
  public Distribution make(Map<String, Double> values) {
    for (Parameter parameter : parameters) {
      Double value = values.get(parameter.name());
      if (value == null || !Double.isFinite(value)) {
        throw new IllegalArgumentException(
            name + " needs a finite '" + parameter.name() + "' (" + parameter.doc() + ")");
      }
    }
    return maker.apply(values);
  }
}
