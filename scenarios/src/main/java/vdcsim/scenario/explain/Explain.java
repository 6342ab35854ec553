package vdcsim.scenario.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vdcsim.kernel.spec.NearNames;
import vdcsim.scenario.language.shape.Grammar;
import vdcsim.scenario.language.shape.Shape;

/** Explains the keys of the language, and topics beside them. */
public final class Explain {
  private static final int MOST_NEAR = 8;

  private final Grammar grammar;
  private final Topics topics;

  /** Explains the language of {@code grammar}. */
  public Explain(Grammar grammar) {
    this.grammar = grammar;
    this.topics = new Topics(grammar);
  }

  /**
   * Explains a key or a topic.
   *
   * @param key a path as {@code hosts.nics.rate}; names of things and numbers of items may stand in
   *     it, as in the message of an error: {@code hosts.h1.nics.eth0.rate}
   * @param recursive whether keys below keys are listed too
   */
  public Answer explain(String key, boolean recursive) {
    String plain = key.strip().replaceAll("\\[[^\\]]*\\]", "");
    Optional<Page> topic = topics.page(plain);
    if (topic.isPresent()) {
      return topic.get();
    }
    Optional<Subject> subject = find(List.of(plain.split("\\.", -1)));
    return subject.isPresent()
        ? new Pages(grammar).page(subject.get(), recursive)
        : new Answer.Unknown(key, near(plain));
  }

  /** The page that lists the keys at the top and the topics. */
  public Page overview() {
    List<Page.Row> keys =
        Subject.top(grammar).stream().map(s -> new Page.Row(s.name(), s.doc())).toList();
    return new Page(
        "scenario",
        grammar.head().doc(),
        List.of(new Page.Table(Page.KEYS, keys), new Page.Table("Topics", topics.rows())));
  }

  /** The names of the topics. */
  public List<String> topics() {
    return topics.rows().stream().map(Page.Row::name).toList();
  }

  private Optional<Subject> find(List<String> parts) {
    Optional<Subject> found = named(Subject.top(grammar), parts.get(0));
    for (int i = 1; i < parts.size() && found.isPresent(); i++) {
      found = step(found.get(), parts.get(i), i + 1 == parts.size());
    }
    return found;
  }

  private static Optional<Subject> named(List<Subject> subjects, String name) {
    return subjects.stream().filter(subject -> subject.name().equals(name)).findFirst();
  }

  /** A key or kind below, the same subject where the part is a thing's name, or nothing. */
  private Optional<Subject> step(Subject subject, String part, boolean last) {
    List<Subject> children = subject.children(grammar);
    Optional<Subject> child = named(children, part);
    if (child.isPresent()) {
      return child;
    }
    List<Subject> below =
        children.stream().filter(Subject::kind).flatMap(k -> k.children(grammar).stream()).toList();
    List<Subject> inKinds = below.stream().filter(s -> s.name().equals(part)).toList();
    if (inKinds.size() == 1) {
      return Optional.of(inKinds.get(0));
    }
    List<String> known =
        Stream.concat(children.stream(), below.stream()).map(Subject::name).toList();
    boolean mistyped = last && !NearNames.of(part, known).isEmpty();
    boolean name = subject.shape() instanceof Shape.MapOf && inKinds.isEmpty() && !mistyped;
    return name ? Optional.of(subject) : Optional.empty();
  }

  /** First what ends in the same key, then what is written alike. */
  private List<String> near(String key) {
    List<String> paths = new ArrayList<>(topics());
    Subject.top(grammar).stream()
        .flatMap(subject -> subject.all(grammar).stream())
        .map(Subject::path)
        .forEach(paths::add);
    int dot = key.lastIndexOf('.');
    String parent = dot < 0 ? "" : key.substring(0, dot + 1);
    String last = key.substring(dot + 1);
    Set<String> near = new LinkedHashSet<>();
    paths.stream()
        .filter(path -> path.startsWith(parent) && path.endsWith("." + last))
        .sorted(Comparator.comparingLong(path -> path.chars().filter(c -> c == '.').count()))
        .forEach(near::add);
    near.addAll(NearNames.of(key, paths));
    List<String> below = paths.stream().filter(path -> path.startsWith(parent)).toList();
    for (String name : NearNames.of(last, below.stream().map(Explain::last).distinct().toList())) {
      below.stream().filter(path -> last(path).equals(name)).forEach(near::add);
    }
    paths.stream().filter(path -> path.endsWith("." + last)).forEach(near::add);
    return near.stream().limit(MOST_NEAR).toList();
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }
}
