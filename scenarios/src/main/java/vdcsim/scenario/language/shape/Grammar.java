package vdcsim.scenario.language.shape;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vdcsim.kernel.world.Action;
import vdcsim.kernel.world.Catalog;
import vdcsim.kernel.world.Facet;
import vdcsim.kernel.world.Inspection;
import vdcsim.kernel.world.Kind;
import vdcsim.kernel.world.Section;
import vdcsim.scenario.language.value.Quantity;

/**
 * The whole language: the head's keys, and the sections, facets and actions of the catalogs. It
 * never changes, so that several threads may read with it.
 */
public final class Grammar {
  /** The key that says which of several kinds a thing is. */
  public static final String TYPE = "type";

  /** The key that takes over another thing's keys. */
  public static final String LIKE = "like";

  /** The key of what is varied. */
  public static final String VARY = "vary";

  /** The key of the instant of an event. */
  public static final String AT = "at";

  /** The key of the time line. */
  public static final String EVENTS = "events";

  /** The section of what hosts do. */
  private static final String WORKLOADS = "workloads";

  /** Keys of a scenario that are resolved before anything is bound, with what they mean. */
  public static final Map<String, String> PREPARED =
      orderedMap(
          "types",
          "Templates by name; a thing that says 'like: NAME' takes over the keys.",
          VARY,
          "What is varied: a path of this file, and its values.");

  private final ShapeReader reader = new ShapeReader();
  private final Map<String, Section> sections = new LinkedHashMap<>();
  private final Map<String, List<Kind<?>>> kinds = new LinkedHashMap<>();
  private final Map<String, List<Facet<?>>> facets = new LinkedHashMap<>();
  private final Map<String, Action<?>> actions = new LinkedHashMap<>();
  private final List<Inspection> inspections = new ArrayList<>();
  private final Map<String, Shape> things = new LinkedHashMap<>();
  private final Map<String, Shape.Fields> actionShapes = new LinkedHashMap<>();
  private final Shape.Fields head;
  private final Shape.Fields event;

  /** The language of these catalogs, lowest module first. */
  public Grammar(List<Catalog> catalogs) {
    for (Catalog catalog : catalogs) {
      catalog.sections().forEach(section -> sections.put(section.name(), section));
      catalog
          .kinds()
          .forEach(k -> kinds.computeIfAbsent(k.section(), s -> new ArrayList<>()).add(k));
      catalog
          .facets()
          .forEach(f -> facets.computeIfAbsent(f.section(), s -> new ArrayList<>()).add(f));
      inspections.addAll(catalog.inspections());
      catalog.actions().forEach(action -> actions.put(action.key(), action));
    }
    moveLast(WORKLOADS);
    sections.keySet().forEach(section -> things.put(section, thingShape(section)));
    actions.forEach((key, action) -> actionShapes.put(key, reader.fields(action.spec())));
    head = reader.fields(Head.class);
    event = eventShape();
  }

  /** What hosts do is connected when all things stand, those of higher modules too. */
  private void moveLast(String name) {
    Section section = sections.remove(name);
    if (section != null) {
      sections.put(name, section);
    }
  }

  /** What is looked at when a world stands. */
  public List<Inspection> inspections() {
    return Collections.unmodifiableList(inspections);
  }

  private static Map<String, String> orderedMap(String... pairs) {
    Map<String, String> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put(pairs[i], pairs[i + 1]);
    }
    return Collections.unmodifiableMap(map);
  }

  private Shape thingShape(String section) {
    List<Kind<?>> here = kinds(section);
    if (here.size() == 1 && here.get(0).type().isEmpty()) {
      return withFacets(section, here.get(0));
    }
    Map<String, Shape.Fields> types = new LinkedHashMap<>();
    here.forEach(kind -> types.put(kind.type(), withFacets(section, kind)));
    return new Shape.Choice(types);
  }

  private Shape.Fields withFacets(String section, Kind<?> kind) {
    Shape.Fields own = reader.fields(kind.spec());
    List<Facet<?>> added = facets(section);
    return new Shape.Fields(
        kind.doc(), own.type(), new LateFields(() -> both(own, added)), own.shorthand());
  }

  private List<Shape.Field> both(Shape.Fields own, List<Facet<?>> added) {
    List<Shape.Field> all = new ArrayList<>(own.fields());
    for (Facet<?> facet : added) {
      all.add(
          new Shape.Field(facet.key(), facet.doc(), shape(facet), "", "", "", false, false, true));
    }
    return all;
  }

  /** A facet whose only key is a map, and may be left out, is that map. */
  private Shape shape(Facet<?> facet) {
    Shape.Fields fields = reader.fields(facet.spec());
    boolean only =
        !fields.shorthand().isEmpty() && fields.keys().equals(List.of(fields.shorthand()));
    return only && fields.fields().get(0).shape() instanceof Shape.MapOf map
        ? new Shape.MapOf(map.value(), Optional.of(facet.spec()))
        : fields;
  }

  /** The head's keys. */
  public Shape.Fields head() {
    return head;
  }

  /** The sections, in the order in which they are built. */
  public List<Section> sections() {
    return List.copyOf(sections.values());
  }

  /** The section of this name. */
  public Optional<Section> section(String name) {
    return Optional.ofNullable(sections.get(name));
  }

  /** What one thing of a section may hold: fields, or a choice of them by {@code type}. */
  public Shape thing(String section) {
    return things.get(section);
  }

  /** What can stand in a section. */
  public List<Kind<?>> kinds(String section) {
    return kinds.getOrDefault(section, List.of());
  }

  /** The keys that higher modules add to a section's things. */
  public List<Facet<?>> facets(String section) {
    return facets.getOrDefault(section, List.of());
  }

  /** What can happen on the time line, by key. */
  public Map<String, Action<?>> actions() {
    return actions;
  }

  /** The shape of an action's value. */
  public Shape.Fields action(Action<?> action) {
    return actionShapes.get(action.key());
  }

  /** An item of {@code events:}: an instant, and each action as a key that may be given. */
  public Shape.Fields event() {
    return event;
  }

  private Shape.Fields eventShape() {
    List<Shape.Field> fields = new ArrayList<>();
    Shape time = new Shape.Measured(Quantity.ofType(Duration.class).orElseThrow());
    fields.add(
        new Shape.Field(
            AT, "The instant, from the start.", time, "", "", "10 s", true, false, false));
    for (Action<?> action : actions.values()) {
      fields.add(
          new Shape.Field(
              action.key(), action.doc(), action(action), "", "", "", false, false, false));
    }
    return new Shape.Fields("Something that happens at an instant.", Record.class, fields, "");
  }

  /** Every key that may stand at the top of a scenario. */
  public List<String> topKeys() {
    return Stream.of(
            head().keys().stream(),
            PREPARED.keySet().stream(),
            sections.keySet().stream(),
            Stream.of(EVENTS))
        .flatMap(keys -> keys)
        .toList();
  }

  /** The shape at a key of the top, the prepared ones apart. */
  public Optional<Shape> top(String key) {
    if (key.equals(EVENTS)) {
      return Optional.of(new Shape.ListOf(event()));
    }
    Section section = sections.get(key);
    if (section != null) {
      Shape thing = thing(key);
      return Optional.of(
          section.form() == Section.Form.NAMED ? new Shape.MapOf(thing) : new Shape.ListOf(thing));
    }
    return head().field(key).map(Shape.Field::shape);
  }
}
