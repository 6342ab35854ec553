package vdcsim.scenario.language;

import vdcsim.scenario.language.bind.Binder;
import vdcsim.scenario.language.problem.Problems;
import vdcsim.scenario.language.yaml.Node;

/** What is odd in a file, but no error. */
final class Warnings {
  private Warnings() {}

  /** {@code 010} is eight to some readers and ten to YAML 1.2. */
  static void leadingZeros(Node node, String path, Problems problems) {
    if (node instanceof Node.Mapping mapping) {
      mapping
          .entries()
          .forEach(e -> leadingZeros(e.value(), Binder.below(path, e.key()), problems));
    } else if (node instanceof Node.Sequence sequence) {
      sequence.items().forEach(item -> leadingZeros(item, path, problems));
    } else if (node instanceof Node.Scalar scalar
        && !scalar.quoted()
        && scalar.text().matches("0\\d+")) {
      problems.warning(
          node.place(),
          path,
          "the number " + scalar.text() + " is read as decimal, without its leading zero");
    }
  }
}
