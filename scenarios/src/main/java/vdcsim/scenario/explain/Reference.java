package vdcsim.scenario.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vdcsim.kernel.world.Section;
import vdcsim.scenario.language.shape.Grammar;
import vdcsim.scenario.language.shape.Shape;

/** Writes the whole language as one page of Markdown. */
public final class Reference {
  private final Grammar grammar;
  private final StringBuilder text = new StringBuilder();
  private final Map<String, String> written = new TreeMap<>();

  private Reference(Grammar grammar) {
    this.grammar = grammar;
  }

  /** The page, ending in a line end. */
  public static String of(Grammar grammar) {
    return new Reference(grammar).write();
  }

  private String write() {
    text.append(Topics.resource("introduction.md").stripTrailing()).append("\n\n");
    contents();
    text.append("\n## The head\n\n").append(grammar.head().doc()).append('\n');
    List<Subject> top = Subject.top(grammar);
    table(top.stream().filter(subject -> subject.field().isPresent()).toList());
    for (Subject subject : top) {
      if (subject.field().isEmpty()) {
        section(subject);
      }
    }
    for (Page topic : new Topics(grammar).pages()) {
      text.append("\n## ").append(heading(topic)).append("\n\n").append(topic.meaning());
      text.append('\n').append(MarkdownForm.blocks(topic.blocks()));
    }
    return text.toString();
  }

  private void contents() {
    List<String> sections = grammar.sections().stream().map(Section::name).toList();
    text.append("**Contents.** [The head](#the-head) · ");
    text.append(links(sections)).append(" · [events](#events) · ");
    List<Page> topics = new Topics(grammar).pages();
    text.append(links(topics.stream().map(Reference::heading).toList())).append('\n');
  }

  private static String links(List<String> headings) {
    return headings.stream()
        .map(heading -> "[" + heading + "](#" + heading.toLowerCase(java.util.Locale.ROOT) + ")")
        .collect(Collectors.joining(" · "));
  }

  private static String heading(Page topic) {
    String name = topic.path();
    return Grammar.PREPARED.containsKey(name)
        ? name
        : name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1);
  }

  private void section(Subject section) {
    text.append("\n## ").append(section.name()).append("\n\n").append(section.doc()).append(' ');
    boolean listed = section.shape() instanceof Shape.ListOf;
    text.append(listed ? "A list.\n" : "A map from names to things.\n");
    List<Subject> kinds = section.children(grammar).stream().filter(Subject::kind).toList();
    if (kinds.isEmpty()) {
      thing(section);
    }
    for (Subject kind : kinds) {
      text.append("\n### `type: ").append(kind.name()).append("`\n\n").append(kind.doc());
      text.append('\n');
      thing(kind);
    }
  }

  private void thing(Subject thing) {
    if (thing.one() instanceof Shape.Fields fields && !fields.shorthand().isEmpty()) {
      text.append("Short form: `").append(fields.shorthand()).append("` alone.\n");
    }
    text.append("\n```yaml\n").append(new Samples(grammar).of(thing)).append("```\n");
    table(thing.children(grammar));
  }

  private void table(List<Subject> subjects) {
    if (subjects.isEmpty()) {
      return;
    }
    List<Subject> words = new ArrayList<>();
    text.append("\n| key | meaning | value | default |\n|---|---|---|---|\n");
    subjects.forEach(subject -> rows(subject, "", words));
    for (Subject subject : words) {
      Shape.Word word = (Shape.Word) subject.one();
      text.append("\nThe words of `").append(subject.name()).append("`: ");
      text.append(
          word.options().stream()
              .map(option -> "`" + option.word() + "` " + option.doc())
              .collect(Collectors.joining("; ", "", ".\n")));
    }
  }

  private void rows(Subject subject, String prefix, List<Subject> words) {
    String name = prefix + subject.name();
    Optional<String> above = writtenAbove(subject);
    String value = above.map(path -> "as `" + path + "`").orElse(value(subject));
    List<String> cells = List.of("`" + name + "`", subject.doc(), value, fallback(subject));
    text.append("| ");
    text.append(cells.stream().map(MarkdownForm::cell).collect(Collectors.joining(" | ")));
    text.append(" |\n");
    if (subject.one() instanceof Shape.Word) {
      words.add(subject);
    }
    if (above.isEmpty()) {
      subject.children(grammar).forEach(child -> rows(child, name + ".", words));
    }
  }

  /** Where a record of several keys was written first, if that was before. */
  private Optional<String> writtenAbove(Subject subject) {
    boolean several = subject.one() instanceof Shape.Fields f && f.fields().size() > 2;
    if (!several || subject.field().isEmpty()) {
      return Optional.empty();
    }
    String type = ((Shape.Fields) subject.one()).type().getName();
    return Optional.ofNullable(written.putIfAbsent(type, subject.path()));
  }

  private static String value(Subject subject) {
    String example = subject.field().map(Shape.Field::example).orElse("");
    String words = Wording.of(subject.shape());
    return example.isEmpty() ? words : words + ", as `" + example + "`";
  }

  private static String fallback(Subject subject) {
    if (subject.field().isEmpty()) {
      return "";
    }
    Shape.Field field = subject.field().get();
    String source = field.source().isEmpty() ? "" : " (" + field.source() + ")";
    if (field.required()) {
      return "**needed**";
    }
    return field.fallback().isEmpty() ? "" : "`" + field.fallback() + "`" + source;
  }
}
