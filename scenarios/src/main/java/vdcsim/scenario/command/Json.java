package vdcsim.scenario.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;
import vdcsim.scenario.language.problem.Problem;

/** What {@code --format json} prints: one document, its keys in a fixed order. */
final class Json {
  private Json() {}

  /** A document: maps, lists, texts, numbers and truth values; ends with a line end. */
  static String document(Object content) {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
    return JsonMapper.shared().writer().with(printer).writeValueAsString(content) + "\n";
  }

  /** An object of these keys and values, in turn. */
  static Map<String, Object> object(Object... keysAndValues) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      object.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return object;
  }

  /** Problems as objects. */
  static List<Map<String, Object>> problems(List<Problem> problems) {
    return problems.stream()
        .map(
            p ->
                object(
                    "file", p.file(),
                    "line", p.line(),
                    "column", p.column(),
                    "severity", ProblemText.isError(p) ? "error" : "warning",
                    "path", p.path(),
                    "message", p.message()))
        .toList();
  }
}
