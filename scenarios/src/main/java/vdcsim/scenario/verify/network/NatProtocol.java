package vdcsim.scenario.verify.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import vdcsim.scenario.verify.golden.Fields;
import vdcsim.scenario.verify.golden.UnreadableCase;
import vdcsim.scenario.verify.golden.UnsupportedCase;

/** Address translation: the rules of a router, and what hosts find out of each other's services. */
final class NatProtocol implements RoutedProtocol {
  @Override
  public String field() {
    return "nat";
  }

  @Override
  public Optional<String> facet(RouterFields router) throws UnreadableCase, UnsupportedCase {
    List<String> rules = new ArrayList<>();
    for (Fields rule : router.node().objects(field())) {
      rules.add(rule(rule));
      rule.expectNoOther();
    }
    return rules.isEmpty()
        ? Optional.empty()
        : Optional.of("nat: [ " + String.join(", ", rules) + " ]");
  }

  private static String rule(Fields rule) throws UnreadableCase, UnsupportedCase {
    List<String> keys = new ArrayList<>();
    String kind = rule.text("kind");
    switch (kind) {
      case "masquerade" ->
          keys.add("masquerade: " + rule.optionalText("source").orElse("0.0.0.0/0"));
      case "snat" -> {
        keys.add("snat: '" + rule.text("to") + "'");
        rule.optionalText("source").ifPresent(text -> keys.add("source: " + text));
      }
      case "dnat" -> {
        keys.add("dnat: '" + rule.text("to") + "'");
        rule.optionalText("source").ifPresent(text -> keys.add("source: " + text));
      }
      default -> throw new UnsupportedCase("a rule of kind '" + kind + "' is not known");
    }
    rule.optionalText("in").ifPresent(text -> keys.add("in: " + text));
    rule.optionalText("out").ifPresent(text -> keys.add("out: " + text));
    rule.optionalText("address").ifPresent(text -> keys.add("address: " + text));
    rule.optionalText("port").ifPresent(text -> keys.add("port: " + text));
    rule.optionalText("proto").ifPresent(text -> keys.add("protocol: " + text));
    return "{ " + String.join(", ", keys) + " }";
  }

  /** Translation waits for nothing. */
  @Override
  public OptionalInt settleS(RouterFields router) {
    return OptionalInt.empty();
  }

  @Override
  public Optional<Aspect> aspect() {
    return Optional.of(new ServiceAnswers());
  }

  @Override
  public List<String> workloads(Network network, List<Phase> phases) {
    return phases.stream()
        .flatMap(phase -> phase.tests().stream())
        .map(Phase.SentTest::workload)
        .toList();
  }
}
