package vdcsim.scenario.language;

import static org.assertj.core.api.Assertions.assertThat;
import static vdcsim.scenario.language.Reading.HEAD;
import static vdcsim.scenario.language.Reading.accepted;
import static vdcsim.scenario.language.Reading.problems;
import static vdcsim.scenario.language.Reading.world;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vdcsim.hardware.ethernet.EthernetPort;
import vdcsim.hardware.ethernet.Link;
import vdcsim.hardware.host.Host;
import vdcsim.kernel.quantity.DataRate;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.result.ChartRequest;
import vdcsim.kernel.world.World;

final class AcceptedScenariosTest {
  private static final String TWO = HEAD + "hosts: { h1: {}, h2: {} }\nlinks: [ h1 -- h2 ]\n";

  private static DataRate rate(World world, String host, String nic) {
    Host found = world.find(host, Host.class).orElseThrow();
    return found.rate(found.port(nic)).orElseThrow();
  }

  private static List<String> hosts(World world) {
    return world.all(Host.class).stream().map(Host::name).toList();
  }

  private static List<String> cards(World world, String host) {
    return world.find(host, Host.class).orElseThrow().nics().stream()
        .map(EthernetPort::name)
        .toList();
  }

  @Test
  void theHeadHasDefaults() {
    Scenario scenario = accepted(TWO);
    assertThat(scenario.name()).isEqualTo("t");
    assertThat(scenario.topic()).isEqualTo("Other");
    assertThat(scenario.seed()).isEqualTo(42);
    assertThat(scenario.duration()).isEqualTo(Duration.ofSeconds(1));
    assertThat(scenario.warmUp()).isZero();
    assertThat(scenario.replications()).isEqualTo(1);
    assertThat(scenario.axes()).isEmpty();
    assertThat(scenario.points()).containsExactly(List.of());
    assertThat(scenario.warnings()).isEmpty();
  }

  @Test
  void aScenarioNeedsNoWorld() {
    assertThat(hosts(world(HEAD))).isEmpty();
    assertThat(hosts(world(HEAD + "hosts:\nlinks:\nevents:\ntypes:\nvary:\nexpect:\n"))).isEmpty();
  }

  @Test
  void rangesInNamesOfThingsLinksMapsListsAndEvents() {
    World world =
        world(
            HEAD
                + """
                hosts:
                  h[1..2]:
                    nics:
                      eth[0..2]: 10 Gbps
                  rack[08..10]: {}
                  r[1..2]-[1..2]: {}
                links:
                  - h[1..2].eth0 -- r1-[1..2]
                  - { link: "h[1..2].eth1 -- rack[08..09]", delay: 5 us }
                workloads:
                  w: { type: echo, from: h1, to: ["rack[08..10]", h2] }
                  v[1..2]: { type: echo, from: "h[1..2]", to: h1 }
                events:
                  - { at: 5 ms, fail: "h[1..2].eth0 -- r1-[1..2]" }
                """);
    assertThat(hosts(world))
        .containsExactly("h1", "h2", "rack08", "rack09", "rack10", "r1-1", "r1-2", "r2-1", "r2-2");
    assertThat(cards(world, "h2")).containsExactly("h2.eth0", "h2.eth1", "h2.eth2");
    assertThat(world.find("h2.eth0 -- r1-2", Link.class)).isPresent();
    assertThat(world.find("h1.eth1 -- rack08", Link.class)).isPresent();
    assertThat(world.all(Link.class)).hasSize(4);
  }

  @Test
  void aThingNamedOnItsOwnWinsOverItsRangeAndKeepsTheRest() {
    World world =
        world(
            HEAD
                + """
                hosts:
                  h[1..3]: { nics: { eth0: 10 Gbps } }
                  h2: { nics: { eth0: { queue: 5 }, eth1: 1 Gbps } }
                """);
    // eth0 keeps the rate of the range though one is written in shorthand and the other is not.
    assertThat(rate(world, "h2", "eth0")).isEqualTo(DataRate.ofGigabits(10));
    assertThat(cards(world, "h2")).containsExactly("h2.eth0", "h2.eth1");
    assertThat(cards(world, "h3")).containsExactly("h3.eth0");
  }

  @Test
  void templatesAnchorsAndMergeKeysGiveTheSameHost() {
    World world =
        world(
            HEAD
                + """
                types:
                  fast: { nics: { eth0: 10 Gbps } }
                  faster: { like: fast, nics: { eth1: 40 Gbps } }
                hosts:
                  a: &a { like: faster }
                  b: { like: a }
                  c: { <<: *a }
                  d: { <<: [ { nics: { eth0: 10 Gbps, eth1: 40 Gbps } }, *a ], like: fast }
                  e[1..2]: { like: faster }
                  f: { like: e2 }
                """);
    for (String host : List.of("a", "b", "c", "d", "e1", "f")) {
      assertThat(rate(world, host, "eth0")).as(host).isEqualTo(DataRate.ofGigabits(10));
      assertThat(rate(world, host, "eth1")).as(host).isEqualTo(DataRate.ofGigabits(40));
    }
  }

  @Test
  void everyKindOfValueIsRead() {
    World world =
        world(
            TWO
                + """
                workloads:
                  a: { type: echo, from: h1, to: h2, every: 5 ms, count: 0x10, care: after-a-look }
                  b: { type: echo, from: h1, to: [h2], every: "exponential(mean: 5 ms)" }
                  c: { type: echo, from: h1, every: exponential(mean=5 ms), marks: { a/b: c } }
                  d: { type: burst, from: h1, size: 1.5 kB, load: 80 %, ends: true, weight: 1e-3 }
                  e: { type: burst, from: h1, size: 4 GiB, frames: "uniform(64 B, 1500 B)" }
                events:
                  - { at: 45 ms, fail: h1 -- h2 }
                  - { at: [50 ms, 1 s], repair: { link: h1  --  h2 } }
                  - { at: 0 s, stop: a }
                """);
    assertThat(world.simulation().metrics().units()).containsKeys("a.lost", "e.throughput");
  }

  @Test
  void jsonIsYaml() {
    assertThat(hosts(world("{\"name\": \"t\", \"duration\": \"1 s\", \"hosts\": {\"h1\": null}}")))
        .containsExactly("h1");
  }

  @Test
  void crlfTabsAfterTextAndAByteOrderMarkDoNotMatter() {
    String text = "\uFEFF" + TWO.replace("\n", "\t# here\r\n");
    assertThat(accepted(text).sha256()).isEqualTo(accepted(TWO).sha256());
  }

  @Test
  void theDigestIsOfTheValuesNotOfTheirLayout() {
    String again = TWO.replace("hosts: { h1: {}, h2: {} }", "hosts:\n  h1: {}\n  'h2': {} # x");
    assertThat(accepted(again).sha256()).isEqualTo(accepted(TWO).sha256());
    assertThat(accepted(TWO.replace("1 s", "2 s")).sha256()).isNotEqualTo(accepted(TWO).sha256());
    assertThat(accepted(TWO, "duration=2 s").sha256())
        .isEqualTo(accepted(TWO.replace("1 s", "2 s")).sha256());
  }

  @Test
  void aGridRunsItsLastPathFastest() {
    Scenario scenario =
        accepted(
            TWO
                + """
                vary:
                  links[0].delay: [ 1 us, 2 us ]
                  zip:
                    links[0].rate: [ 1 Gbps, 10 Gbps ]
                    hosts.h1.nics.eth0.queue: 8..9
                """);
    assertThat(scenario.points())
        .containsExactly(List.of(0, 0, 0), List.of(0, 1, 1), List.of(1, 0, 0), List.of(1, 1, 1));
    assertThat(scenario.axes())
        .extracting(axis -> axis.unit())
        .containsExactly(Unit.NANOSECONDS, Unit.BITS_PER_SECOND, Unit.NONE);
    assertThat(scenario.axes().get(0).numbers().get(1)).hasValue(2000);
    assertThat(world(scenario, 3).all(Link.class)).hasSize(1);
  }

  @Test
  void aListGivesEachPointAndEqualValuesAreOneValue() {
    Scenario scenario =
        accepted(
            TWO
                + """
                vary:
                  - { "links[0].delay": 1 us, "links[0].rate": 1 Gbps }
                  - { "links[0].delay": 2 us, "links[0].rate": 1 Gbps }
                """);
    assertThat(scenario.points()).containsExactly(List.of(0, 0), List.of(1, 0));
    assertThat(scenario.axes().get(1).values()).containsExactly("1 Gbps");
  }

  @Test
  void aPathMayNameARangeAndLeadIntoShorthand() {
    Scenario scenario =
        accepted(
            HEAD
                + """
                hosts:
                  h1: { nics: { eth0: 1 Gbps } }
                  h2: { nics: { eth0: 1 Gbps } }
                vary:
                  "hosts.h[1..2].nics.eth0.rate": [ 10 Gbps, 40 Gbps ]
                """);
    assertThat(rate(world(scenario, 1), "h2", "eth0")).isEqualTo(DataRate.ofGigabits(40));
    World queue =
        world(HEAD + "hosts: { h1: { nics: { eth0: 5 Gbps } } }", "hosts.h1.nics.eth0.queue=7");
    assertThat(rate(queue, "h1", "eth0")).isEqualTo(DataRate.ofGigabits(5));
  }

  @Test
  void wrongOverridesAreToldWithTheOption() {
    assertThat(problems(TWO, "hosts.h3.nics=5", "hosts", "=5", "links[1].rate=1 Gbps", "x=[a"))
        .containsExactly(
            "0:0 hosts.h3.nics: --set hosts.h3.nics=5: 'hosts' has nothing named 'h3'; did you"
                + " mean 'h1'?",
            "0:0 --set hosts: an override reads path=value",
            "0:0 --set =5: an override reads path=value",
            "0:0 links[1].rate: --set links[1].rate=1 Gbps: '1' in the path 'links[1].rate' must"
                + " be a number from 0 to 0",
            "0:0 x: --set x=[a: this is no YAML: expected ',' or ']', but got <stream end>");
  }

  @Test
  void measuresAndChartsAreKept() {
    Scenario scenario =
        accepted(
            TWO
                + """
                workloads: { w: { type: echo, from: h1, to: h2, count: 3 } }
                measure: w.*
                charts:
                  - w.round-trip-time.p99.9
                  - { metric: ["w.*", w.loss], type: bars, title: Loss, x: workloads.w.count }
                vary: { workloads.w.count: 1..3 }
                """);
    assertThat(scenario.measures()).containsExactly("w.*");
    assertThat(scenario.charts())
        .extracting(ChartRequest::kind)
        .containsExactly(ChartRequest.Kind.AUTO, ChartRequest.Kind.BARS);
  }

  @Test
  void unusedTemplatesLateEventsAndLeadingZerosAreWarnings() {
    Scenario scenario =
        accepted(
            TWO + "seed: 007\ntypes: { big: {} }\nevents: [ { at: [1 s, 2 s], fail: h1 -- h2 } ]");
    assertThat(Reading.lines(scenario.warnings()))
        .containsExactly(
            "5:7 warning: seed: the number 007 is read as decimal, without its leading zero",
            "6:10 warning: types.big: nothing is like 'big'",
            "7:23 warning: events[0].at: the event never happens: 2 s lies after the end of the"
                + " run");
  }

  @Test
  void anErrorAfterAHundredWarningsIsStillAnError() {
    String zeros = IntStream.range(0, 150).mapToObj(i -> "00" + i).collect(Collectors.joining(","));
    assertThat(problems(TWO + "measure: [" + zeros + "]\nhost: {}"))
        .contains("6:1 unknown key 'host'; did you mean 'hosts'?");
  }

  @Test
  void aThousandHostsOnAThousandLinksAreRead() {
    String text = HEAD + "hosts:\n  h[1..1000]: {}\n  g[1..1000]: {}\nlinks:\n";
    assertThat(world(text + "  - h[1..1000] -- g[1..1000]\n").all(Link.class)).hasSize(1000);
  }
}
