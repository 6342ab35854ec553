package vdcsim.scenario.language.bind;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vdcsim.kernel.spec.Refusal;

/** Makes records through their canonical constructors, which may refuse. */
final class Records {
  private final Map<Class<?>, Constructor<? extends Record>> constructors = new LinkedHashMap<>();

  /** Told what a record refuses: the key, empty for the whole record, and the sentence. */
  @FunctionalInterface
  interface OnRefusal {
    void refused(String key, String message);
  }

  Optional<Record> make(Class<? extends Record> type, List<Object> arguments, OnRefusal onRefusal) {
    try {
      return Optional.of(constructor(type).newInstance(arguments.toArray()));
    } catch (InvocationTargetException e) {
      if (!(e.getCause() instanceof RuntimeException cause) || !refused(cause, onRefusal)) {
        throw new IllegalStateException("cannot make a " + type.getName(), e.getCause());
      }
      return Optional.empty();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot make a " + type.getName(), e);
    }
  }

  /** A record that finds several things wrong throws one refusal and hangs the others on it. */
  private static boolean refused(RuntimeException cause, OnRefusal onRefusal) {
    if (cause instanceof Refusal refusal) {
      onRefusal.refused(refusal.key(), refusal.getMessage());
      for (Throwable more : refusal.getSuppressed()) {
        if (more instanceof Refusal other) {
          onRefusal.refused(other.key(), other.getMessage());
        }
      }
    } else if (cause instanceof IllegalArgumentException) {
      onRefusal.refused("", String.valueOf(cause.getMessage()));
    } else if (cause instanceof ArithmeticException) {
      onRefusal.refused("", "a number is out of range");
    } else {
      return false;
    }
    return true;
  }

  private Constructor<? extends Record> constructor(Class<? extends Record> type)
      throws NoSuchMethodException {
    Constructor<? extends Record> known = constructors.get(type);
    if (known == null) {
      Class<?>[] types =
          Arrays.stream(type.getRecordComponents())
              .map(RecordComponent::getType)
              .toArray(Class<?>[]::new);
      known = type.getDeclaredConstructor(types);
      known.trySetAccessible();
      constructors.put(type, known);
    }
    return known;
  }
}
