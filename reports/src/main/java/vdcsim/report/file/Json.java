package vdcsim.report.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vdcsim.report.text.Numbers;

/** Writes and reads JSON: line feeds, two spaces, exact numbers, the same bytes everywhere. */
final class Json {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final JsonGenerator out;

  private Json(JsonGenerator out) {
    this.out = out;
  }

  /**
   * Writes a document.
   *
   * @param lines down to which depth each element has a line of its own; deeper ones share one
   */
  static void write(OutputStream stream, int lines, Consumer<Json> content) throws IOException {
    try (JsonGenerator generator = MAPPER.writer().with(new Lines(lines)).createGenerator(stream)) {
      Json json = new Json(generator);
      generator.writeStartObject();
      content.accept(json);
      generator.writeEndObject();
      generator.writeRaw('\n');
    } catch (JacksonIOException e) {
      throw e.getCause();
    }
  }

  /** Reads a document. */
  static JsonNode read(InputStream stream, Object name) throws IOException {
    try {
      return MAPPER.readTree(stream);
    } catch (JacksonIOException e) {
      throw e.getCause();
    } catch (JacksonException e) {
      throw new IOException(name + " is not JSON: " + e.getOriginalMessage(), e);
    }
  }

  Json text(String name, String value) {
    out.writeStringProperty(name, whole(value));
    return this;
  }

  Json whole(String name, long value) {
    out.writeNumberProperty(name, value);
    return this;
  }

  Json truth(String name, boolean value) {
    out.writeBooleanProperty(name, value);
    return this;
  }

  Json number(String name, double value) {
    out.writeName(name);
    number(value);
    return this;
  }

  Json number(double value) {
    String text = Numbers.exact(value);
    if (Double.isFinite(value)) {
      out.writeNumber(text);
    } else {
      out.writeString(text);
    }
    return this;
  }

  Json nothing() {
    out.writeNull();
    return this;
  }

  Json texts(String name, List<String> values) {
    out.writeArrayPropertyStart(name);
    values.forEach(value -> out.writeString(whole(value)));
    out.writeEndArray();
    return this;
  }

  Json wholes(String name, List<? extends Number> values) {
    out.writeArrayPropertyStart(name);
    values.forEach(value -> out.writeNumber(value.longValue()));
    out.writeEndArray();
    return this;
  }

  /** An array with one element for each of {@code items}, as {@code each} writes it. */
  <T> Json array(String name, List<T> items, Consumer<T> each) {
    out.writeArrayPropertyStart(name);
    items.forEach(each);
    out.writeEndArray();
    return this;
  }

  /** An array with one object for each of {@code items}; {@code each} writes its properties. */
  <T> Json objects(String name, List<T> items, Consumer<T> each) {
    return array(
        name,
        items,
        item -> {
          out.writeStartObject();
          each.accept(item);
          out.writeEndObject();
        });
  }

  /** An array of texts, as an element of an array. */
  Json row(List<String> cells) {
    out.writeStartArray();
    cells.forEach(cell -> out.writeString(whole(cell)));
    out.writeEndArray();
    return this;
  }

  /** An array of two numbers. */
  Json pair(double first, double second) {
    out.writeStartArray();
    number(first);
    number(second);
    out.writeEndArray();
    return this;
  }

  // Half of a surrogate pair has no form in UTF-8.
  private static String whole(String text) {
    StringBuilder whole = new StringBuilder(text.length());
    text.codePoints().forEach(p -> whole.appendCodePoint(p >= 0xD800 && p <= 0xDFFF ? 0xFFFD : p));
    return whole.toString();
  }
}
