package vdcsim.scenario.library;

import java.util.List;
import java.util.Optional;
import vdcsim.scenario.language.bind.Binder;
import vdcsim.scenario.language.problem.Problems;
import vdcsim.scenario.language.shape.Grammar;
import vdcsim.scenario.language.shape.Head;
import vdcsim.scenario.language.yaml.MalformedYaml;
import vdcsim.scenario.language.yaml.Node;
import vdcsim.scenario.language.yaml.SourceText;
import vdcsim.scenario.language.yaml.YamlReader;

/**
 * Reads the keys at the top of a scenario, and leaves its world alone: a list of all scenarios
 * would otherwise build them all.
 */
final class Heads {
  private final Grammar grammar;

  Heads(Grammar grammar) {
    this.grammar = grammar;
  }

  Entry entry(String name, String text) {
    SourceText source = SourceText.of(name + ".yaml", text);
    Problems problems = new Problems(source);
    try {
      Optional<Node> root = YamlReader.read(source);
      if (root.isPresent() && root.get() instanceof Node.Mapping mapping) {
        Optional<Head> head = head(mapping, problems);
        if (head.isPresent()) {
          String about = head.get().about().orElse("").replaceAll("\\s+", " ");
          return new Entry(name, head.get().topic(), about);
        }
      }
    } catch (MalformedYaml e) {
      throw new IllegalStateException("the library's " + name + " is no YAML", e);
    }
    throw new IllegalStateException("the library's " + name + " is wrong: " + problems.inOrder());
  }

  private Optional<Head> head(Node.Mapping root, Problems problems) {
    List<Node.Entry> keys =
        root.entries().stream()
            .filter(entry -> grammar.head().field(entry.key()).isPresent())
            .toList();
    return new Binder(problems)
        .bind(new Node.Mapping(keys, root.place()), grammar.head(), "")
        .map(Head.class::cast);
  }
}
