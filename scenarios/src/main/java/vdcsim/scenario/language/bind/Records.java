package vdcsim.scenario.language.bind;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vdcsim.kernel.spec.Refusal;

/** Makes records through their canonical constructors, which may refuse. */
final class Records {
  private Records() {}

  /** Told what a record refuses: the key, empty for the whole record, and the sentence. */
  @FunctionalInterface
  interface OnRefusal {
    void refused(String key, String message);
  }

  static Optional<Record> make(
      Class<? extends Record> type, List<Object> arguments, OnRefusal onRefusal) {
    try {
      return Optional.of(constructor(type).newInstance(arguments.toArray()));
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Refusal refusal) {
        onRefusal.refused(refusal.key(), refusal.getMessage());
      } else if (e.getCause() instanceof IllegalArgumentException refusal) {
        onRefusal.refused("", String.valueOf(refusal.getMessage()));
      } else if (e.getCause() instanceof ArithmeticException) {
        onRefusal.refused("", "a number is out of range");
      } else {
        throw new IllegalStateException("cannot make a " + type.getName(), e.getCause());
      }
      return Optional.empty();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot make a " + type.getName(), e);
    }
  }

  private static Constructor<? extends Record> constructor(Class<? extends Record> type)
      throws NoSuchMethodException {
    Class<?>[] types =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    Constructor<? extends Record> constructor = type.getDeclaredConstructor(types);
    constructor.trySetAccessible();
    return constructor;
  }
}
