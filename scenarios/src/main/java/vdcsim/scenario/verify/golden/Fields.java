package vdcsim.scenario.verify.golden;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vdcsim.scenario.language.problem.Problem;
import vdcsim.scenario.language.yaml.Node;
import vdcsim.scenario.language.yaml.Place;
import vdcsim.scenario.language.yaml.SourceText;

/**
 * An object of a case, asked field by field. It remembers what was asked, so that in the end a
 * field that nobody knows can be found: what is not understood must not count as right.
 */
public final class Fields {
  private final SourceText source;
  private final Node.Mapping object;
  private final String path;
  private final Map<String, Node.Entry> byKey;
  private final Set<String> asked = new LinkedHashSet<>();

  private Fields(SourceText source, Node.Mapping object, String path) {
    this.source = source;
    this.object = object;
    this.path = path;
    this.byKey = object.byKey();
  }

  /**
   * The fields of an object.
   *
   * @param path where it stands in the case
   */
  static Fields of(SourceText source, Node node, String path) throws UnreadableCase {
    if (node instanceof Node.Mapping object) {
      return new Fields(source, object, path);
    }
    throw unreadable(source, node.place(), path, "an object is needed, was " + node.describe());
  }

  /** Where the object stands in the case, as {@code topology.nodes.s1}. */
  public String path() {
    return path;
  }

  /** The names of its fields, in the order of the file; all of them count as asked. */
  public List<String> names() {
    List<String> names = object.entries().stream().map(Node.Entry::key).toList();
    asked.addAll(names);
    return names;
  }

  /** Whether there is such a field. */
  public boolean has(String name) {
    asked.add(name);
    return byKey.containsKey(name);
  }

  /** A field's text; of a number, a truth value or null as JSON writes it. */
  public String text(String name) throws UnreadableCase {
    return scalar(required(name), below(name)).text();
  }

  /** A field's text, if there is such a field. */
  public Optional<String> optionalText(String name) throws UnreadableCase {
    return has(name) ? Optional.of(text(name)) : Optional.empty();
  }

  /** Whether a field is there and a list. */
  public boolean isList(String name) {
    return has(name) && byKey.get(name).value() instanceof Node.Sequence;
  }

  /** A field's whole number. */
  public int integer(String name) throws UnreadableCase {
    return integer(required(name), below(name));
  }

  /** A field's whole number, or {@code fallback} where there is no such field. */
  public int integer(String name, int fallback) throws UnreadableCase {
    return has(name) ? integer(name) : fallback;
  }

  /** A field's number. */
  public double number(String name) throws UnreadableCase {
    return decimal(required(name), below(name)).doubleValue();
  }

  /** A field's truth value, or {@code fallback} where there is no such field. */
  public boolean truth(String name, boolean fallback) throws UnreadableCase {
    if (!has(name)) {
      return fallback;
    }
    String text = text(name);
    if (!text.equals("true") && !text.equals("false")) {
      throw wrong(name, "true or false is needed, was '" + text + "'");
    }
    return text.equals("true");
  }

  /** A field's object. */
  public Fields object(String name) throws UnreadableCase {
    return of(source, required(name), below(name));
  }

  /** A field's object, if there is such a field. */
  public Optional<Fields> optionalObject(String name) throws UnreadableCase {
    return has(name) ? Optional.of(object(name)) : Optional.empty();
  }

  /** A field's list of objects; empty where there is no such field. */
  public List<Fields> objects(String name) throws UnreadableCase {
    List<Fields> objects = new ArrayList<>();
    List<Node> items = items(name);
    for (int i = 0; i < items.size(); i++) {
      objects.add(of(source, items.get(i), below(name) + "[" + i + "]"));
    }
    return objects;
  }

  /** A field's list of texts or numbers, as texts; empty where there is no such field. */
  public List<String> texts(String name) throws UnreadableCase {
    return texts(items(name), below(name));
  }

  /** A field's list of numbers; empty where there is no such field. */
  public List<Double> numbers(String name) throws UnreadableCase {
    List<Double> numbers = new ArrayList<>();
    for (Node item : items(name)) {
      numbers.add(decimal(item, below(name)).doubleValue());
    }
    return numbers;
  }

  /** A field's whole numbers: a single one, or a list of them; empty where it is not there. */
  public List<Integer> integers(String name) throws UnreadableCase {
    if (!has(name)) {
      return List.of();
    }
    if (byKey.get(name).value() instanceof Node.Scalar) {
      return List.of(integer(name));
    }
    List<Integer> integers = new ArrayList<>();
    for (Node item : items(name)) {
      integers.add(integer(item, below(name)));
    }
    return integers;
  }

  /** A field's list; empty where there is no such field. */
  public List<Node> items(String name) throws UnreadableCase {
    if (!has(name)) {
      return List.of();
    }
    if (byKey.get(name).value() instanceof Node.Sequence sequence) {
      return sequence.items();
    }
    throw wrong(name, "a list is needed, was " + byKey.get(name).value().describe());
  }

  /** The texts of a list of this object, wherever in it the list stands. */
  public List<String> texts(Node list, String where) throws UnreadableCase {
    if (list instanceof Node.Sequence sequence) {
      return texts(sequence.items(), where);
    }
    throw unreadable(source, list.place(), where, "a list is needed, was " + list.describe());
  }

  private List<String> texts(List<Node> items, String where) throws UnreadableCase {
    List<String> texts = new ArrayList<>();
    for (Node item : items) {
      texts.add(scalar(item, where).text());
    }
    return texts;
  }

  /** Refuses the case as unsupported if a field was never asked for. */
  public void expectNoOther() throws UnsupportedCase {
    for (Node.Entry entry : object.entries()) {
      if (!asked.contains(entry.key())) {
        throw new UnsupportedCase("it has '" + below(entry.key()) + "', which is not known");
      }
    }
  }

  /** A refusal of a field's value, with its place. */
  public UnreadableCase wrong(String name, String message) {
    Node.Entry entry = byKey.get(name);
    Place place = entry == null ? object.place() : entry.value().place();
    return unreadable(source, place, below(name), message);
  }

  private Node required(String name) throws UnreadableCase {
    if (!has(name)) {
      throw unreadable(source, object.place(), path, "the field '" + name + "' is missing");
    }
    return byKey.get(name).value();
  }

  private String below(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  private Node.Scalar scalar(Node node, String where) throws UnreadableCase {
    if (node instanceof Node.Scalar scalar) {
      return scalar;
    }
    throw unreadable(
        source, node.place(), where, "a single value is needed, was " + node.describe());
  }

  private int integer(Node node, String where) throws UnreadableCase {
    try {
      return decimal(node, where).intValueExact();
    } catch (ArithmeticException e) {
      throw unreadable(
          source, node.place(), where, "a whole number is needed, was " + node.describe());
    }
  }

  private BigDecimal decimal(Node node, String where) throws UnreadableCase {
    Node.Scalar scalar = scalar(node, where);
    boolean isNumber = !scalar.quoted() && scalar.text().matches("-?[0-9].{0,40}");
    if (!isNumber) {
      throw unreadable(source, node.place(), where, "a number is needed, was " + node.describe());
    }
    return new BigDecimal(scalar.text());
  }

  private static UnreadableCase unreadable(
      SourceText source, Place place, String path, String message) {
    return new UnreadableCase(
        new Problem(
            source.file(),
            place.line(),
            place.column(),
            path,
            message,
            source.excerpt(place),
            Problem.Severity.ERROR));
  }
}
