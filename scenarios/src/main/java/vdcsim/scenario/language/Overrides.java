package vdcsim.scenario.language;

import java.util.List;
import vdcsim.scenario.language.prepare.Paths;
import vdcsim.scenario.language.prepare.Unprepared;
import vdcsim.scenario.language.problem.Problems;
import vdcsim.scenario.language.problem.RefusedScenario;
import vdcsim.scenario.language.shape.Grammar;
import vdcsim.scenario.language.yaml.MalformedYaml;
import vdcsim.scenario.language.yaml.Node;
import vdcsim.scenario.language.yaml.Place;
import vdcsim.scenario.language.yaml.Printable;
import vdcsim.scenario.language.yaml.SourceText;
import vdcsim.scenario.language.yaml.YamlReader;

/** Carries out options such as {@code --set hosts.h1.nics.eth0.rate=10Gbps} on a file's nodes. */
final class Overrides {
  private final Paths paths;

  Overrides(Grammar grammar) {
    this.paths = new Paths(grammar);
  }

  Node.Mapping carryOut(Node.Mapping root, List<String> overrides, Problems problems)
      throws RefusedScenario {
    Node.Mapping result = root;
    boolean good = true;
    for (String override : overrides) {
      String path = override.substring(0, Math.max(0, override.indexOf('='))).strip();
      try {
        if (path.isEmpty()) {
          throw new Unprepared(Place.NOWHERE, override, "an override reads path=value");
        }
        Node value = value(override.substring(override.indexOf('=') + 1));
        result = paths.set(result, path, value, Place.NOWHERE);
      } catch (Unprepared | MalformedYaml e) {
        good = false;
        problems.error(
            Place.NOWHERE, path, "--set " + Printable.shorten(override) + ": " + e.getMessage());
      }
    }
    if (!good) {
      throw new RefusedScenario(problems.inOrder());
    }
    return result;
  }

  /** The value of an option stands in no file, so its nodes stand nowhere. */
  private static Node value(String text) throws MalformedYaml {
    return YamlReader.read(SourceText.of("--set", text))
        .map(Overrides::nowhere)
        .orElse(new Node.Scalar("", false, Place.NOWHERE));
  }

  private static Node nowhere(Node node) {
    if (node instanceof Node.Scalar scalar) {
      return new Node.Scalar(scalar.text(), scalar.quoted(), Place.NOWHERE);
    } else if (node instanceof Node.Sequence sequence) {
      return new Node.Sequence(
          sequence.items().stream().map(Overrides::nowhere).toList(), Place.NOWHERE);
    }
    return new Node.Mapping(
        ((Node.Mapping) node)
            .entries().stream()
                .map(e -> new Node.Entry(e.key(), Place.NOWHERE, nowhere(e.value())))
                .toList(),
        Place.NOWHERE);
  }
}
