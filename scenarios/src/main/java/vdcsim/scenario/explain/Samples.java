package vdcsim.scenario.explain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vdcsim.scenario.language.shape.Grammar;
import vdcsim.scenario.language.shape.Shape;

/** Makes a piece of a scenario in which a key stands, with those that must stand beside it. */
final class Samples {
  private static final String ANY_NAME = "NAME";

  private final Grammar grammar;

  Samples(Grammar grammar) {
    this.grammar = grammar;
  }

  String of(Subject subject) {
    Map<String, Object> root = new LinkedHashMap<>();
    Subject top = subject;
    Object value = value(subject);
    while (top.parent().isPresent()) {
      value = within(top.parent().get(), top, value);
      top = top.parent().get();
    }
    root.put(top.name(), value);
    return SampleText.of(root);
  }

  private Object value(Subject subject) {
    if (subject.kind()) {
      return typed(subject.name(), needed((Shape.Fields) subject.shape()));
    }
    return subject.field().isPresent() ? value(subject.field().get()) : sample(subject.shape());
  }

  private Object value(Shape.Field field) {
    if (!field.example().isEmpty()) {
      return new SampleText.Raw(field.example(), field.shape());
    }
    return field.fallback().isEmpty()
        ? sample(field.shape())
        : new SampleText.Raw(field.fallback(), field.shape());
  }

  private Object sample(Shape shape) {
    if (shape instanceof Shape.MapOf map) {
      return Map.of(ANY_NAME, sample(map.value()));
    } else if (shape instanceof Shape.ListOf list) {
      return List.of(sample(list.item()));
    } else if (shape instanceof Shape.Choice choice) {
      Map.Entry<String, Shape.Fields> first = choice.types().entrySet().iterator().next();
      return typed(first.getKey(), needed(first.getValue()));
    } else if (shape instanceof Shape.Fields fields) {
      return alone(fields);
    } else if (shape instanceof Shape.Word word) {
      return new SampleText.Raw(word.options().get(0).word(), shape);
    } else if (shape instanceof Shape.Flag) {
      return new SampleText.Raw("true", shape);
    }
    boolean number = shape instanceof Shape.Whole || shape instanceof Shape.Decimal;
    return new SampleText.Raw(number ? "1" : "TEXT", shape);
  }

  /** A map with what must be given, or else with one key that can be. */
  private Object alone(Shape.Fields fields) {
    Map<String, Object> needed = needed(fields);
    if (needed.isEmpty() && !fields.fields().isEmpty()) {
      Shape.Field shown =
          fields.fields().stream()
              .filter(field -> !field.example().isEmpty())
              .findFirst()
              .orElse(fields.fields().get(0));
      needed.put(shown.key(), value(shown));
    }
    return needed;
  }

  private Map<String, Object> needed(Shape.Fields fields) {
    Map<String, Object> needed = new LinkedHashMap<>();
    fields.fields().stream()
        .filter(Shape.Field::required)
        .forEach(field -> needed.put(field.key(), value(field)));
    if (isEvent(fields)) {
      grammar.actions().keySet().stream()
          .limit(1)
          .forEach(action -> needed.put(action, value(fields.field(action).orElseThrow())));
    }
    return needed;
  }

  private boolean isEvent(Shape.Fields fields) {
    return fields.field(Grammar.AT).isPresent() && fields.type() == Record.class;
  }

  private static Map<String, Object> typed(String type, Map<String, Object> keys) {
    Map<String, Object> typed = new LinkedHashMap<>();
    typed.put(Grammar.TYPE, new SampleText.Raw(type, new Shape.Text("")));
    typed.putAll(keys);
    return typed;
  }

  /** What stands at {@code parent} when {@code value} stands at {@code child} in it. */
  private Object within(Subject parent, Subject child, Object value) {
    Object one = value;
    if (!child.kind()) {
      Shape.Fields fields = (Shape.Fields) parent.one();
      Map<String, Object> keys = needed(fields);
      boolean action = isEvent(fields) && grammar.actions().containsKey(child.name());
      if (action) {
        keys.keySet().removeIf(key -> !key.equals(Grammar.AT));
      }
      keys.put(child.name(), value);
      one = parent.kind() ? typed(parent.name(), keys) : keys;
    }
    return wrapped(parent.shape(), one);
  }

  private static Object wrapped(Shape shape, Object one) {
    if (shape instanceof Shape.MapOf map) {
      return Map.of(ANY_NAME, wrapped(map.value(), one));
    }
    return shape instanceof Shape.ListOf list ? List.of(wrapped(list.item(), one)) : one;
  }
}
