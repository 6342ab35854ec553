package vdcsim.scenario.language.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Builds nodes from snakeyaml-engine's stream of events. The stream carries a mark for every key
 * and value, and, unlike the library's own composer, needs no stack that deep nesting could
 * exhaust.
 */
public final class YamlReader {
  private static final int DEEPEST = 64;
  private static final int MOST_NODES = 1_000_000;

  private final Iterator<Event> events;
  private final Map<Anchor, Anchored> anchors = new HashMap<>();
  private int nodes;

  /** A value that an alias can repeat, and how many nodes it holds. */
  private record Anchored(Node node, int size) {}

  private YamlReader(SourceText source) {

    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(source.file())
            .setCodePointLimit(SourceText.MOST_BYTES)
            .setUseMarks(true)
            .build();
    this.events = new Parse(settings).parseString(source.text()).iterator();
  }

  /**
   * The value of the file's one document; nothing for an empty file.
   *
   * @throws MalformedYaml with the place, at the first error: what follows cannot be trusted
   */
  public static Optional<Node> read(SourceText source) throws MalformedYaml {
    try {
      return new YamlReader(source).document();
    } catch (MarkedYamlEngineException e) {
      Optional<Mark> mark = e.getProblemMark().or(e::getContextMark);
      Place place = mark.map(YamlReader::place).orElse(new Place(1, 1));
      throw new MalformedYaml(place, sentence(e, source, place));
    } catch (ReaderException e) {
      String character = String.format("U+%04X", e.getCodePoint());
      throw new MalformedYaml(
          source.placeOf(e.getPosition()),
          "the character " + character + " is not allowed in YAML");
    } catch (YamlEngineException e) {
      throw new MalformedYaml(
          new Place(1, 1), "this is no YAML: " + Printable.shorten(e.getMessage()));
    }
  }

  /** A call such as {@code exponential(mean: 5 ms)} is the mistake that YAML explains worst. */
  private static String sentence(MarkedYamlEngineException e, SourceText source, Place place) {
    String problem = Printable.line(String.valueOf(e.getProblem()));
    boolean call = source.excerpt(place).matches(".*\\w\\([^)]*: .*");
    return problem.startsWith("mapping values are not allowed") && call
        ? "in YAML a value that holds ': ' needs quotes; write it in quotes, or with '=' instead of ':'"
        : "this is no YAML: " + problem;
  }

  private Optional<Node> document() throws MalformedYaml {
    expect(Event.ID.StreamStart);
    Event first = events.next();
    if (first.getEventId() == Event.ID.StreamEnd) {
      return Optional.empty();
    }
    Node root = node(events.next(), 1);
    expect(Event.ID.DocumentEnd);
    Event next = events.next();
    if (next.getEventId() != Event.ID.StreamEnd) {
      throw new MalformedYaml(
          place(next), "a file holds one scenario; here a second document starts");
    }
    return Optional.of(root);
  }

  private void expect(Event.ID id) {
    if (events.next().getEventId() != id) {
      throw new IllegalStateException("the YAML parser sent no " + id);
    }
  }

  private Node node(Event event, int depth) throws MalformedYaml {
    if (depth > DEEPEST) {
      throw new MalformedYaml(place(event), "values are nested more than " + DEEPEST + " deep");
    }
    count(event, 1);
    int before = nodes;
    Node node =
        switch (event.getEventId()) {
          case Scalar -> scalar((ScalarEvent) event);
          case SequenceStart -> sequence(event, depth);
          case MappingStart -> mapping(event, depth);
          case Alias -> alias((AliasEvent) event);
          default -> throw new IllegalStateException("the YAML parser sent " + event);
        };
    if (event.getEventId() != Event.ID.Alias) {
      int size = nodes - before + 1;
      ((NodeEvent) event).getAnchor().ifPresent(a -> anchors.put(a, new Anchored(node, size)));
    }
    return node;
  }

  private void count(Event event, int more) throws MalformedYaml {
    nodes += more;
    if (nodes > MOST_NODES) {
      throw new MalformedYaml(
          place(event), "the file holds more than " + MOST_NODES + " values, aliases expanded");
    }
  }

  private Node scalar(ScalarEvent event) throws MalformedYaml {
    if (event.getTag().isPresent()) {
      throw new MalformedYaml(
          place(event),
          "tags such as " + Printable.shorten(event.getTag().get()) + " are not allowed");
    }
    return new Node.Scalar(event.getValue(), !event.isPlain(), place(event));
  }

  private Node sequence(Event start, int depth) throws MalformedYaml {
    List<Node> items = new ArrayList<>();
    Event event = events.next();
    while (event.getEventId() != Event.ID.SequenceEnd) {
      items.add(node(event, depth + 1));
      event = events.next();
    }
    return new Node.Sequence(items, place(start));
  }

  private Node mapping(Event start, int depth) throws MalformedYaml {
    List<Node.Entry> entries = new ArrayList<>();
    List<Node.Mapping> merged = new ArrayList<>();
    Map<String, Place> places = new HashMap<>();
    Event event = events.next();
    while (event.getEventId() != Event.ID.MappingEnd) {
      Place keyPlace = place(event);
      if (!(node(event, depth + 1) instanceof Node.Scalar key)) {
        throw new MalformedYaml(keyPlace, "a key must be text, not a map or a list");
      }
      Node value = node(events.next(), depth + 1);
      if (key.text().equals("<<") && !key.quoted()) {
        merged.add(mergeable(value));
      } else {
        refuseDuplicate(key.text(), keyPlace, places);
        entries.add(new Node.Entry(key.text(), keyPlace, value));
      }
      event = events.next();
    }
    // A key that the map itself gives wins over a merged one, wherever the merge key stands.
    for (Node.Mapping mapping : merged) {
      mapping.entries().stream()
          .filter(entry -> places.putIfAbsent(entry.key(), entry.keyPlace()) == null)
          .forEach(entries::add);
    }
    return new Node.Mapping(entries, place(start));
  }

  private static void refuseDuplicate(String key, Place place, Map<String, Place> places)
      throws MalformedYaml {
    Place first = places.putIfAbsent(key, place);
    if (first != null) {
      throw new MalformedYaml(
          place, "the key '" + Printable.shorten(key) + "' stands already in line " + first.line());
    }
  }

  /** What {@code <<: *name} merges in. */
  private static Node.Mapping mergeable(Node value) throws MalformedYaml {
    if (value instanceof Node.Mapping mapping) {
      return mapping;
    }
    throw new MalformedYaml(value.place(), "'<<' takes a map, as in '<<: *name'");
  }

  private Node alias(AliasEvent event) throws MalformedYaml {
    Anchored anchored = anchors.get(event.getAlias());
    if (anchored == null) {
      throw new MalformedYaml(
          place(event),
          "no anchor '&" + Printable.shorten(event.getAlias().getValue()) + "' stands above");
    }
    count(event, anchored.size());
    return anchored.node();
  }

  private static Place place(Event event) {
    return event.getStartMark().map(YamlReader::place).orElse(new Place(1, 1));
  }

  private static Place place(Mark mark) {
    return new Place(mark.getLine() + 1, mark.getColumn() + 1);
  }
}
