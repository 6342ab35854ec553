package vdcsim.scenario.explain;

import java.util.Locale;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A page as JSON. */
final class JsonForm {
  private JsonForm() {}

  static String write(Page page) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("path", page.path()).put("meaning", page.meaning());
    for (Page.Block block : page.blocks()) {
      if (block instanceof Page.Paragraph paragraph) {
        node.withArrayProperty("text").add(paragraph.text());
      } else if (block instanceof Page.Code code) {
        node.withArrayProperty("examples").add(code.text());
      } else {
        table(node, (Page.Table) block);
      }
    }
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
    return JsonMapper.shared().writer().with(printer).writeValueAsString(node) + "\n";
  }

  private static void table(ObjectNode node, Page.Table table) {
    String heading = table.heading().toLowerCase(Locale.ROOT);
    ObjectNode rows = node.withObjectProperty(heading.isEmpty() ? "facts" : heading);
    table.rows().forEach(row -> rows.put(row.name(), row.text()));
  }
}
