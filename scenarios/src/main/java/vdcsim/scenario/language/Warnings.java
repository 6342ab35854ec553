package vdcsim.scenario.language;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import vdcsim.scenario.language.bind.Binder;
import vdcsim.scenario.language.problem.Problems;
import vdcsim.scenario.language.shape.Grammar;
import vdcsim.scenario.language.value.Quantity;
import vdcsim.scenario.language.yaml.Node;
import vdcsim.scenario.language.yaml.Printable;

/** What is odd in a file, but no error. */
final class Warnings {
  private static final Pattern LEADING_ZERO = Pattern.compile("[+-]?0\\d+");

  private Warnings() {}

  /** {@code 010} is eight to some readers and ten to YAML 1.2. */
  static void leadingZeros(Node node, String path, Problems problems) {
    if (node instanceof Node.Mapping mapping) {
      for (Node.Entry entry : mapping.entries()) {
        leadingZeros(entry.value(), Binder.below(path, entry.key()), problems);
      }
    } else if (node instanceof Node.Sequence sequence) {
      for (int i = 0; i < sequence.items().size(); i++) {
        leadingZeros(sequence.items().get(i), path + "[" + i + "]", problems);
      }
    } else if (node instanceof Node.Scalar scalar
        && !scalar.quoted()
        && LEADING_ZERO.matcher(scalar.text()).matches()) {
      problems.warning(
          node.place(),
          path,
          "the number "
              + Printable.shorten(scalar.text())
              + " is read as decimal, without its leading zero");
    }
  }

  /** An event after the end never happens. */
  static void lateEvents(Node.Mapping root, Duration duration, Problems problems) {
    Node.Entry events = root.byKey().get(Grammar.EVENTS);
    if (events == null || !(events.value() instanceof Node.Sequence sequence)) {
      return;
    }
    for (int i = 0; i < sequence.items().size(); i++) {
      if (sequence.items().get(i) instanceof Node.Mapping event
          && event.byKey().containsKey(Grammar.AT)) {
        Node at = event.byKey().get(Grammar.AT).value();
        List<Node> instants = at instanceof Node.Sequence several ? several.items() : List.of(at);
        String path = "events[" + i + "].at";
        instants.forEach(instant -> late(instant, path, duration, problems));
      }
    }
  }

  private static void late(Node instant, String path, Duration duration, Problems problems) {
    if (instant instanceof Node.Scalar scalar && isAfter(scalar.text(), duration)) {
      problems.warning(
          instant.place(),
          path,
          "the event never happens: "
              + Printable.shorten(scalar.text())
              + " lies after the end of the run");
    }
  }

  private static boolean isAfter(String text, Duration duration) {
    try {
      return ((Duration) Quantity.TIME.value(Quantity.TIME.base(text))).compareTo(duration) > 0;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
