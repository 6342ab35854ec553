package vdcsim.scenario.explain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vdcsim.scenario.language.shape.Shape;
import vdcsim.scenario.language.yaml.MalformedYaml;
import vdcsim.scenario.language.yaml.Node;
import vdcsim.scenario.language.yaml.SourceText;
import vdcsim.scenario.language.yaml.YamlReader;

/** Maps, lists and raw values as the text of a scenario. */
final class SampleText {
  private SampleText() {}

  /** A value as a declaration writes it, and what it is. */
  record Raw(String text, Shape shape) {
    /** The text, in quotes where YAML would take it for something else. */
    String written() {
      boolean several =
          shape instanceof Shape.ListOf
              || shape instanceof Shape.MapOf
              || shape instanceof Shape.Fields;
      return several || isPlain(text) ? text : "\"" + text + "\"";
    }

    private static boolean isPlain(String text) {
      try {
        Optional<Node> node = YamlReader.read(SourceText.of("", text));
        return node.isPresent()
            && node.get() instanceof Node.Scalar scalar
            && scalar.text().equals(text);
      } catch (MalformedYaml e) {
        return false;
      }
    }
  }

  static String of(Map<String, Object> map) {
    StringBuilder text = new StringBuilder();
    map(text, map, 0);
    return text.toString();
  }

  private static void map(StringBuilder text, Map<?, ?> map, int depth) {
    boolean first = true;
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      indent(text, first && endsInDash(text) ? 0 : depth);
      text.append(entry.getKey()).append(':');
      value(text, entry.getValue(), depth + 1);
      first = false;
    }
  }

  private static boolean endsInDash(StringBuilder text) {
    return text.length() > 0 && text.charAt(text.length() - 1) == ' ';
  }

  private static void value(StringBuilder text, Object value, int depth) {
    if (value instanceof Raw raw) {
      text.append(' ').append(raw.written()).append('\n');
    } else if (value instanceof Map<?, ?> map && map.isEmpty()) {
      text.append(" {}\n");
    } else if (value instanceof Map<?, ?> map) {
      text.append('\n');
      map(text, map, depth);
    } else {
      text.append('\n');
      list(text, (List<?>) value, depth);
    }
  }

  private static void list(StringBuilder text, List<?> list, int depth) {
    for (Object item : list) {
      indent(text, depth);
      text.append("- ");
      if (item instanceof Raw raw) {
        text.append(raw.written()).append('\n');
      } else {
        map(text, (Map<?, ?>) item, depth + 1);
      }
    }
  }

  private static void indent(StringBuilder text, int depth) {
    text.append("  ".repeat(depth));
  }
}
