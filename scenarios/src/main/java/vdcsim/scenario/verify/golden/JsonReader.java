package vdcsim.scenario.verify.golden;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import vdcsim.scenario.language.problem.Problem;
import vdcsim.scenario.language.yaml.Node;
import vdcsim.scenario.language.yaml.Place;
import vdcsim.scenario.language.yaml.SourceText;

/** Reads one JSON value (RFC 8259) into nodes that know their places. */
final class JsonReader {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final SourceText source;
  private final JsonParser parser;

  private JsonReader(SourceText source, JsonParser parser) {
    this.source = source;
    this.parser = parser;
  }

  /** The one value of a text. */
  static Node read(SourceText source) throws UnreadableCase {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), source.text())) {
      JsonReader reader = new JsonReader(source, parser);
      parser.nextToken();
      Node node = reader.value();
      if (parser.nextToken() != null) {
        throw unreadable(source, reader.place(), "a second value after the first");
      }
      return node;
    } catch (JacksonException e) {
      Optional<TokenStreamLocation> location = Optional.ofNullable(e.getLocation());
      Place place = location.map(JsonReader::place).orElse(new Place(1, 1));
      throw unreadable(source, place, e.getOriginalMessage());
    }
  }

  private Node value() throws UnreadableCase {
    JsonToken token = parser.currentToken();
    Place place = place();
    if (token == null) {
      throw unreadable(source, new Place(1, 1), "the file is empty");
    }
    return switch (token) {
      case START_OBJECT -> object(place);
      case START_ARRAY -> array(place);
      case VALUE_STRING -> new Node.Scalar(parser.getString(), true, place);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE, VALUE_NULL ->
          new Node.Scalar(parser.getString(), false, place);
      case NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT ->
          throw unreadable(source, place, "no value, but " + token);
    };
  }

  private Node object(Place place) throws UnreadableCase {
    List<Node.Entry> entries = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      Place keyPlace = place();
      parser.nextToken();
      entries.add(new Node.Entry(key, keyPlace, value()));
    }
    return new Node.Mapping(entries, place);
  }

  private Node array(Place place) throws UnreadableCase {
    List<Node> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value());
    }
    return new Node.Sequence(items, place);
  }

  private Place place() {
    return place(parser.currentTokenLocation());
  }

  private static Place place(TokenStreamLocation location) {
    return new Place(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
  }

  private static UnreadableCase unreadable(SourceText source, Place place, String message) {
    String line = message.lines().findFirst().orElse("").strip();
    return new UnreadableCase(
        new Problem(
            source.file(),
            place.line(),
            place.column(),
            "",
            line,
            source.excerpt(place),
            Problem.Severity.ERROR));
  }
}
