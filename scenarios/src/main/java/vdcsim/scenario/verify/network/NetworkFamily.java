package vdcsim.scenario.verify.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vdcsim.scenario.language.ScenarioReader;
import vdcsim.scenario.verify.compare.CaseResult;
import vdcsim.scenario.verify.compare.Comparison;
import vdcsim.scenario.verify.compare.Family;
import vdcsim.scenario.verify.compare.TimeCheck;
import vdcsim.scenario.verify.golden.Fields;
import vdcsim.scenario.verify.golden.GoldenCase;
import vdcsim.scenario.verify.golden.UnreadableCase;
import vdcsim.scenario.verify.golden.UnsupportedCase;

/** A family of cases of switched or routed networks. */
public final class NetworkFamily implements Family {
  private final String kind;
  private final boolean spanningTree;
  private final TimesRule times;
  private final List<Aspect> aspects;
  private final ScenarioReader reader;

  private NetworkFamily(
      String kind,
      boolean spanningTree,
      TimesRule times,
      ScenarioReader reader,
      Aspect... aspects) {
    this.kind = kind;
    this.spanningTree = spanningTree;
    this.times = times;
    this.reader = reader;
    this.aspects = List.of(aspects);
  }

  /** Spanning tree: roots, roles, states, costs, times; frames on their ways. */
  public static NetworkFamily stp(ScenarioReader reader) {
    return new NetworkFamily(
        "stp",
        true,
        Times.CLOSE,
        reader,
        SpanningTreeState.stp(),
        SpanningTreeState.rstp(),
        new Frames(),
        new LearnedAddresses(),
        new Reachability());
  }

  /** Rapid spanning tree: roots, roles, states, costs. */
  public static NetworkFamily rstp(ScenarioReader reader) {
    return new NetworkFamily(
        "rstp",
        true,
        Times.MAGNITUDE,
        reader,
        SpanningTreeState.stp(),
        SpanningTreeState.rstp(),
        new Frames(),
        new LearnedAddresses(),
        new Reachability());
  }

  /** Learning and flooding: who receives each frame, and what the switches know afterwards. */
  public static NetworkFamily mac(ScenarioReader reader) {
    return new NetworkFamily(
        "mac",
        true,
        Times.MAGNITUDE,
        reader,
        SpanningTreeState.stp(),
        SpanningTreeState.rstp(),
        new Frames(),
        new LearnedAddresses(),
        new Reachability());
  }

  /** VLANs: who reaches whom, with which tags. */
  public static NetworkFamily vlan(ScenarioReader reader) {
    return new NetworkFamily(
        "vlan",
        false,
        Times.MAGNITUDE,
        reader,
        new Frames(),
        new LearnedAddresses(),
        new Reachability(),
        new TagsOnLinks());
  }

  /** Routing protocols: what every router knows, and how long it takes. */
  private static NetworkFamily routed(String kind, ScenarioReader reader) {
    List<RouterPart> parts = new ArrayList<>(List.of(new Rib()));
    RoutedProtocols.all().forEach(protocol -> protocol.part().ifPresent(parts::add));
    List<Aspect> aspects = new ArrayList<>(List.of(new Routers(parts)));
    RoutedProtocols.all().forEach(protocol -> protocol.aspect().ifPresent(aspects::add));
    aspects.add(new Reachability());
    aspects.add(new Paths());
    return new NetworkFamily(
        kind, false, new RoutedTimes(kind.equals("rip")), reader, aspects.toArray(Aspect[]::new));
  }

  /** OSPF: routes, neighbours, interfaces. */
  public static NetworkFamily ospf(ScenarioReader reader) {
    return routed("ospf", reader);
  }

  /** RIP: routes and their metrics, counting to infinity. */
  public static NetworkFamily rip(ScenarioReader reader) {
    return routed("rip", reader);
  }

  /** BGP: paths and the best of them, sessions. */
  public static NetworkFamily bgp(ScenarioReader reader) {
    return routed("bgp", reader);
  }

  /** Address translation: who reaches what, and under which address. */
  public static NetworkFamily nat(ScenarioReader reader) {
    return routed("nat", reader);
  }

  @Override
  public String kind() {
    return kind;
  }

  @Override
  public String scenario(GoldenCase golden) throws UnreadableCase, UnsupportedCase {
    Network network = NetworkReader.read(golden.topology(), spanningTree);
    return NetworkScenario.write(golden, network, Timeline.of(golden, network));
  }

  @Override
  public CaseResult verify(GoldenCase golden) throws UnreadableCase, UnsupportedCase {
    Network network = NetworkReader.read(golden.topology(), spanningTree);
    List<Phase> phases = Timeline.of(golden, network);
    List<Fields> recorded = golden.expected();
    for (Fields state : recorded) {
      refuseOtherAspects(state);
    }
    String scenario = NetworkScenario.write(golden, network, phases);
    NetworkRun run = NetworkRun.of(network, golden.id(), scenario, reader);
    Comparison comparison = new Comparison(golden.differing());
    List<TimeCheck> checks = new ArrayList<>();
    for (int i = 0; i < phases.size(); i++) {
      Phase phase = phases.get(i);
      run.advance(phase.settledNs());
      checks.addAll(
          times.check(event(golden, phase), golden.measured(phase.afterEvent()), phase, run));
      run.advance(phase.endNs());
      compare(comparison, recorded.get(i), phase, run);
      Counting.Both counting = Counting.compare(golden.measured(phase.afterEvent()), phase, run);
      comparison.compare(phase.afterEvent(), counting.expected(), counting.observed());
    }
    return new CaseResult(
        golden.id(),
        kind,
        golden.title(),
        "",
        comparison.compared(),
        comparison.differences(),
        checks,
        run.world().simulation().events(),
        run.world().simulation().digest());
  }

  private static Optional<Fields> event(GoldenCase golden, Phase phase) throws UnreadableCase {
    return phase.afterEvent() < 0
        ? Optional.empty()
        : Optional.of(golden.events().get(phase.afterEvent()));
  }

  /** What is not understood must not count as right. */
  private void refuseOtherAspects(Fields state) throws UnsupportedCase {
    state.has("after_event");
    aspects.forEach(aspect -> state.has(aspect.field()));
    state.expectNoOther();
  }

  private void compare(Comparison comparison, Fields state, Phase phase, NetworkRun run)
      throws UnreadableCase, UnsupportedCase {
    for (Aspect aspect : aspects) {
      if (state.has(aspect.field())) {
        comparison.compare(
            phase.afterEvent(), aspect.expected(state, run.network()), aspect.observed(run, phase));
      }
    }
  }
}
