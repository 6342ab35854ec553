package vdcsim.scenario.language.shape;

import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vdcsim.kernel.random.Distribution;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Shorthand;
import vdcsim.kernel.spec.TextFile;
import vdcsim.scenario.language.value.Quantity;

/** Reads the shape of a record from its components and their annotations. */
final class ShapeReader {
  private final Map<Class<?>, Shape.Fields> known = new LinkedHashMap<>();

  /** The shape of a record; its components are read when they are looked at. */
  synchronized Shape.Fields fields(Class<? extends Record> type) {
    Shape.Fields fields = known.get(type);
    if (fields == null) {
      Shorthand shorthand = type.getAnnotation(Shorthand.class);
      fields =
          new Shape.Fields(
              doc(type.getAnnotation(Doc.class)),
              type,
              new LateFields(() -> components(type)),
              shorthand == null ? "" : shorthand.value());
      known.put(type, fields);
    }
    return fields;
  }

  private List<Shape.Field> components(Class<? extends Record> type) {
    return Arrays.stream(type.getRecordComponents()).map(this::field).toList();
  }

  private Shape.Field field(RecordComponent component) {
    Key key = component.getAnnotation(Key.class);
    if (key == null) {
      throw new IllegalStateException(component + " has no @Key");
    }
    Type type = component.getGenericType();
    boolean optional = component.getType() == Optional.class;
    Shape shape = shape(optional ? argument(type, 0) : type, key);
    boolean collection = shape instanceof Shape.ListOf || shape instanceof Shape.MapOf;
    return new Shape.Field(
        Words.ofComponent(component.getName()),
        key.value(),
        shape,
        key.fallback(),
        key.source(),
        key.example(),
        !optional && !collection && key.fallback().isEmpty(),
        optional,
        false);
  }

  private Shape shape(Type type, Key key) {
    if (type instanceof ParameterizedType parameterized) {
      return parameterized.getRawType() == List.class
          ? new Shape.ListOf(shape(argument(type, 0), key))
          : new Shape.MapOf(shape(argument(type, 1), key));
    }
    return ofClass((Class<?>) type, key);
  }

  private Shape ofClass(Class<?> type, Key key) {
    Optional<Quantity> quantity = Quantity.ofType(type);
    if (quantity.isPresent()) {
      return new Shape.Measured(quantity.get());
    } else if (type == String.class) {
      return new Shape.Text(key.names());
    } else if (type == TextFile.class) {
      return new Shape.FileName();
    } else if (type == int.class || type == Integer.class) {
      return new Shape.Whole(Integer.MIN_VALUE, Integer.MAX_VALUE, int.class);
    } else if (type == long.class || type == Long.class) {
      return new Shape.Whole(Long.MIN_VALUE, Long.MAX_VALUE, long.class);
    } else if (type == double.class || type == Double.class) {
      return new Shape.Decimal();
    } else if (type == boolean.class || type == Boolean.class) {
      return new Shape.Flag();
    } else if (type == Distribution.class) {
      return new Shape.Drawn(Quantity.ofType(key.quantity()));
    } else if (type.isEnum()) {
      return new Shape.Word(options(type));
    } else if (type.isRecord()) {
      return fields(type.asSubclass(Record.class));
    }
    throw new IllegalStateException("a spec cannot hold a " + type);
  }

  private static List<Shape.Option> options(Class<?> type) {
    List<Shape.Option> options = new ArrayList<>();
    for (Object constant : type.getEnumConstants()) {
      String name = ((Enum<?>) constant).name();
      options.add(new Shape.Option(Words.ofConstant(name), doc(annotation(type, name)), constant));
    }
    return options;
  }

  private static Doc annotation(Class<?> type, String constant) {
    try {
      Field field = type.getField(constant);
      return field.getAnnotation(Doc.class);
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException("an enum has no field for " + constant, e);
    }
  }

  private static String doc(Doc doc) {
    return doc == null ? "" : doc.value();
  }

  private static Type argument(Type type, int index) {
    return ((ParameterizedType) type).getActualTypeArguments()[index];
  }
}
