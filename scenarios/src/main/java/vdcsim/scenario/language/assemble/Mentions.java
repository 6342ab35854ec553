package vdcsim.scenario.language.assemble;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vdcsim.scenario.language.yaml.Node;

/** Finds the names of things in the texts of a node. */
final class Mentions {
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_-]+");

  private Mentions() {}

  /** Whether a text of the node is one of the names, or holds one as a word. */
  static boolean any(Node node, Set<String> names) {
    if (node instanceof Node.Scalar scalar) {
      return inText(scalar.text(), names);
    } else if (node instanceof Node.Sequence sequence) {
      return sequence.items().stream().anyMatch(item -> any(item, names));
    }
    return ((Node.Mapping) node).entries().stream().anyMatch(entry -> any(entry.value(), names));
  }

  private static boolean inText(String text, Set<String> names) {
    if (names.contains(text.strip())) {
      return true;
    }
    Matcher word = NAME.matcher(text);
    while (word.find()) {
      if (names.contains(word.group())) {
        return true;
      }
    }
    return false;
  }
}
