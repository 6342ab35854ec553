package vdcsim.scenario.language.yaml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/**
 * Builds nodes from the events of a YAML parser. The events carry a mark for every key and value,
 * and, unlike the library's own composer, need no stack that deep nesting could exhaust.
 */
final class NodeBuilder {
  private static final int DEEPEST = 64;
  private static final int MOST_COMPLAINTS = 100;
  private static final int MOST_NODES = 250_000;
  private static final long MOST_CHARACTERS = 8L * 1024 * 1024;

  private final Consumer<MalformedYaml> complaints;
  private final Map<Anchor, Anchored> anchors = new HashMap<>();
  private final Deque<String> path = new ArrayDeque<>();
  private int nodes;
  private int told;
  private long characters;

  /** A value that an alias can repeat, and how much it holds. */
  private record Anchored(Node node, int nodes, long characters) {}

  /** A builder that tells {@code complaints} what is wrong but can be read past. */
  NodeBuilder(Consumer<MalformedYaml> complaints) {
    this.complaints = complaints;
  }

  /** Where the builder has come to, as {@code hosts.h1.nics}. */
  String path() {
    StringBuilder whole = new StringBuilder();
    for (Iterator<String> part = path.descendingIterator(); part.hasNext(); ) {
      String next = part.next();
      whole.append(whole.isEmpty() || next.startsWith("[") ? "" : ".").append(next);
    }
    return Printable.shorten(whole.toString());
  }

  Optional<Node> document(Iterator<Event> events) throws MalformedYaml {
    expect(events, Event.ID.StreamStart);
    Event first = events.next();
    if (first.getEventId() == Event.ID.StreamEnd) {
      return Optional.empty();
    }
    Node root = node(events.next(), events);
    expect(events, Event.ID.DocumentEnd);
    Event next = events.next();
    if (next.getEventId() != Event.ID.StreamEnd) {
      throw error(place(next), "a file holds one scenario; here a second document starts");
    }
    return Optional.of(root);
  }

  private static void expect(Iterator<Event> events, Event.ID id) {
    if (events.next().getEventId() != id) {
      throw new IllegalStateException("the YAML parser sent no " + id);
    }
  }

  private MalformedYaml error(Place place, String message) {
    return new MalformedYaml(place, path(), message);
  }

  /** Tells what can be read past, a hundred times at most: then the file is no scenario at all. */
  private void complain(Place place, String message) {
    if (told++ < MOST_COMPLAINTS) {
      complaints.accept(error(place, message));
    }
  }

  private Node node(Event event, Iterator<Event> events) throws MalformedYaml {
    if (path.size() >= DEEPEST) {
      throw error(place(event), "values are nested more than " + DEEPEST + " deep");
    }
    int nodesBefore = nodes;
    long charactersBefore = characters;
    count(event, 1, 0);
    Node node =
        switch (event.getEventId()) {
          case Scalar -> scalar((ScalarEvent) event);
          case SequenceStart -> sequence((CollectionStartEvent) event, events);
          case MappingStart -> mapping((CollectionStartEvent) event, events);
          case Alias -> alias((AliasEvent) event);
          default -> throw new IllegalStateException("the YAML parser sent " + event);
        };
    if (event.getEventId() != Event.ID.Alias) {
      Anchored anchored = new Anchored(node, nodes - nodesBefore, characters - charactersBefore);
      ((NodeEvent) event).getAnchor().ifPresent(anchor -> anchors.put(anchor, anchored));
    }
    return node;
  }

  private void count(Event event, int moreNodes, long moreCharacters) throws MalformedYaml {
    nodes += moreNodes;
    characters += moreCharacters;
    if (told >= MOST_COMPLAINTS) {
      throw error(place(event), "reading stops here, after " + told + " errors");
    } else if (nodes > MOST_NODES) {
      throw error(
          place(event), "the file holds more than " + MOST_NODES + " values, aliases expanded");
    } else if (characters > MOST_CHARACTERS) {
      throw error(
          place(event),
          "the file holds more than " + MOST_CHARACTERS + " characters, aliases expanded");
    }
  }

  private Node scalar(ScalarEvent event) throws MalformedYaml {
    event.getTag().ifPresent(tag -> refuseTag(tag, event));
    String text = event.getValue();
    count(event, 0, text.length());
    if (text.codePoints()
        .anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
      complain(place(event), "'" + Printable.shorten(text) + "' holds half a character");
    }
    return new Node.Scalar(text, !event.isPlain(), place(event));
  }

  private void refuseTag(String tag, Event event) {
    String shown = Printable.shorten(tag.replace("tag:yaml.org,2002:", "!!"));
    complain(place(event), "tags such as '" + shown + "' are not allowed");
  }

  private Node sequence(CollectionStartEvent start, Iterator<Event> events) throws MalformedYaml {
    start.getTag().ifPresent(tag -> refuseTag(tag, start));
    List<Node> items = new ArrayList<>();
    Event event = events.next();
    while (event.getEventId() != Event.ID.SequenceEnd) {
      path.push("[" + items.size() + "]");
      items.add(node(event, events));
      path.pop();
      event = events.next();
    }
    return new Node.Sequence(items, place(start));
  }

  private Node mapping(CollectionStartEvent start, Iterator<Event> events) throws MalformedYaml {
    start.getTag().ifPresent(tag -> refuseTag(tag, start));
    List<Node.Entry> entries = new ArrayList<>();
    List<Node.Mapping> merged = new ArrayList<>();
    Map<String, Place> places = new HashMap<>();
    Map<String, Place> merges = new HashMap<>();
    Event event = events.next();
    while (event.getEventId() != Event.ID.MappingEnd) {
      Node.Entry entry = entry(event, events);
      boolean merge = entry.key().equals("<<") && !quoted(event);
      Place first = (merge ? merges : places).putIfAbsent(entry.key(), entry.keyPlace());
      if (first != null) {
        complain(
            entry.keyPlace(),
            "the key '"
                + Printable.shorten(entry.key())
                + "' stands already in line "
                + first.line());
      } else if (merge) {
        merged.addAll(mergeable(entry.value()));
      } else {
        entries.add(entry);
      }
      event = events.next();
    }
    addMerged(merged, entries, places);
    return new Node.Mapping(entries, place(start));
  }

  private Node.Entry entry(Event event, Iterator<Event> events) throws MalformedYaml {
    Place place = place(event);
    path.push("?");
    if (!(node(event, events) instanceof Node.Scalar key)) {
      throw error(place, "a key must be text, not a map or a list");
    }
    path.pop();
    path.push(Printable.shorten(key.text()));
    Node value = node(events.next(), events);
    path.pop();
    return new Node.Entry(key.text(), place, value);
  }

  private static boolean quoted(Event event) {
    return event instanceof ScalarEvent scalar && !scalar.isPlain();
  }

  /** A key that the map itself gives wins over a merged one, wherever the merge key stands. */
  private static void addMerged(
      List<Node.Mapping> merged, List<Node.Entry> entries, Map<String, Place> places) {
    for (Node.Mapping mapping : merged) {
      for (Node.Entry entry : mapping.entries()) {
        if (places.putIfAbsent(entry.key(), entry.keyPlace()) == null) {
          entries.add(entry);
        }
      }
    }
  }

  /** What {@code <<: *name} or {@code <<: [*first, *second]} merges in; the first wins. */
  private List<Node.Mapping> mergeable(Node value) {
    List<Node> nodes = value instanceof Node.Sequence sequence ? sequence.items() : List.of(value);
    List<Node.Mapping> mappings = new ArrayList<>();
    for (Node node : nodes) {
      if (node instanceof Node.Mapping mapping) {
        mappings.add(mapping);
      } else {
        complain(node.place(), "'<<' takes a map, as in '<<: *name', or a list of maps");
      }
    }
    return mappings;
  }

  private Node alias(AliasEvent event) throws MalformedYaml {
    Anchored anchored = anchors.get(event.getAlias());
    if (anchored == null) {
      complain(
          place(event),
          "no anchor '&" + Printable.shorten(event.getAlias().getValue()) + "' stands above");
      return new Node.Scalar("", false, place(event));
    }
    count(event, anchored.nodes(), anchored.characters());
    return anchored.node();
  }

  private static Place place(Event event) {
    return event.getStartMark().map(NodeBuilder::place).orElse(new Place(1, 1));
  }

  static Place place(Mark mark) {
    return new Place(mark.getLine() + 1, mark.getColumn() + 1);
  }
}
