package vdcsim.report.file;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/** Lays JSON out: each element on a line of its own down to a depth, all on one line below it. */
final class Lines extends DefaultPrettyPrinter {
  private static final long serialVersionUID = 1;

  private final int depth;

  Lines(int depth) {
    super(
        Separators.createDefaultInstance()
            .withObjectNameValueSpacing(Separators.Spacing.AFTER)
            .withArrayEmptySeparator("")
            .withObjectEmptySeparator(""));
    this.depth = depth;
    indentArraysWith(new Breaks(depth));
    indentObjectsWith(new Breaks(depth));
  }

  @Override
  public DefaultPrettyPrinter createInstance() {
    return new Lines(depth);
  }

  @Override
  public void writeEndObject(JsonGenerator generator, int entries) {
    if (_nesting > depth) {
      _nesting--;
      generator.writeRaw(entries > 0 ? " }" : "}");
    } else {
      super.writeEndObject(generator, entries);
    }
  }

  @Override
  public void writeEndArray(JsonGenerator generator, int values) {
    if (_nesting > depth) {
      _nesting--;
      generator.writeRaw(']');
    } else {
      super.writeEndArray(generator, values);
    }
  }

  private record Breaks(int depth) implements DefaultPrettyPrinter.Indenter {
    @Override
    public void writeIndentation(JsonGenerator generator, int level) {
      if (level <= depth) {
        generator.writeRaw("\n" + "  ".repeat(level));
      } else if (level == depth + 1) {
        generator.writeRaw(' ');
      }
    }

    @Override
    public boolean isInline() {
      return false;
    }
  }
}
