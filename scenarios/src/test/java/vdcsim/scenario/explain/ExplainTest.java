package vdcsim.scenario.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vdcsim.scenario.TestGrammar;
import vdcsim.scenario.language.ScenarioReader;
import vdcsim.scenario.language.problem.RefusedScenario;
import vdcsim.scenario.language.shape.Grammar;
import vdcsim.scenario.schema.Validator;

class ExplainTest {
  private static final Grammar GRAMMAR = TestGrammar.grammar();
  private static final Validator VALIDATOR = new Validator();
  private static final Explain EXPLAIN = new Explain(GRAMMAR);

  @Test
  void aKeySaysMeaningTypeUnitsDefaultSourceAndExample() {
    assertThat(page("hosts.nics.rate").text(100))
        .isEqualTo(
            """
            hosts.nics.rate
              The fastest rate of the card.

              type     a data rate, with its unit
              units    bps, kbps, Mbps, Gbps, Tbps, bit/s, kbit/s, Mbit/s, Gbit/s, Tbit/s, b/s, kb/s, Mb/s,
                       Gb/s, Tb/s
              default  1 Gbps
              source   IEEE 802.3-2018, clause 40: 1000BASE-T

              Example:

                hosts:
                  NAME:
                    nics:
                      NAME:
                        rate: 10 Gbps
            """);
  }

  @ParameterizedTest
  @CsvSource({
    "hosts.h1.nics.eth0.rate, hosts.nics.rate",
    "hosts.h[1..4].nics.rate, hosts.nics.rate",
    "links[0].delay, links.delay",
    "switches.s1, switches",
    "workloads.ping.every, workloads.ping.every",
    "workloads.probe.off, workloads.frame-stream.off",
    "workloads.frame-size, workloads.frame-stream.frame-size",
    "events[2].fail, events.fail",
    "expect.over, expect.over",
    "seed, seed",
    "types, types",
    "units, units",
  })
  void aPathMayHoldNamesAndNumbers(String key, String path) {
    assertThat(page(key).path()).isEqualTo(path);
  }

  @Test
  void anUnknownKeyHasNearOnes() {
    assertThat(near("hosts.nic")).startsWith("hosts.nics");
    assertThat(near("ageing")).containsExactly("switches.ageing", "hosts.bridges.ageing");
    assertThat(near("host")).contains("hosts");
    assertThat(near("rate")).contains("hosts.nics.rate", "links.rate", "hubs.rate");
    assertThat(near("distribution")).contains("distributions");
    assertThat(near("zzzzzzzz")).isEmpty();
  }

  @Test
  void aKeyOfSeveralTypesAsksForTheType() {
    assertThat(near("workloads.from"))
        .contains("workloads.ping.from", "workloads.frame-stream.from");
  }

  @Test
  void wordsAreListedWithTheirMeanings() {
    JsonNode json = JsonMapper.shared().readTree(page("charts.type").json());
    assertThat(json.at("/values/cdf").stringValue())
        .isEqualTo("the cumulative distribution of a sample, as of latencies");
    assertThat(json.at("/facts/default").stringValue()).isEqualTo("auto");
  }

  @Test
  void keysBelowAreListedAndWithRecursionThoseBelowThem() {
    JsonNode flat = JsonMapper.shared().readTree(page("hosts").json());
    Page whole = (Page) EXPLAIN.explain("hosts", true);
    JsonNode deep = JsonMapper.shared().readTree(whole.json());
    assertThat(flat.at("/keys").has("nics")).isTrue();
    assertThat(flat.at("/keys").has("nics.rate")).isFalse();
    assertThat(deep.at("/keys").get("nics.rate").stringValue())
        .isEqualTo("The fastest rate of the card. Default: 1 Gbps.");
  }

  @Test
  void kindsOfASectionAreListed() {
    assertThat(page("workloads").markdown())
        .contains("| Types | |")
        .contains("| `ping` | Echo requests from one host to another. |");
  }

  @Test
  void theOverviewNamesEveryKeyOfTheTopAndEveryTopic() {
    String text = EXPLAIN.overview().text(80);
    assertThat(GRAMMAR.topKeys()).allSatisfy(key -> assertThat(text).contains("  " + key + " "));
    assertThat(EXPLAIN.topics()).allSatisfy(key -> assertThat(text).contains("  " + key + " "));
  }

  @Test
  void textStaysWithinTheTerminal() {
    assertThat(page("distributions").text(60).lines()).allMatch(line -> line.length() <= 60);
  }

  static Stream<Arguments> pieces() {
    return EXPLAIN.topics().stream()
        .flatMap(
            topic ->
                page(topic).blocks().stream()
                    .filter(Page.Code.class::isInstance)
                    .map(block -> Arguments.of(topic, ((Page.Code) block).text())));
  }

  @ParameterizedTest
  @MethodSource("pieces")
  void everyPieceInATopicIsAScenario(String topic, String piece) throws RefusedScenario {
    String whole = "name: " + topic + "\nduration: 1 s\n" + piece;
    new ScenarioReader(GRAMMAR).read(topic, whole.getBytes(StandardCharsets.UTF_8), List.of());
  }

  static Stream<Arguments> samples() {
    Samples samples = new Samples(GRAMMAR);
    return Subject.top(GRAMMAR).stream()
        .flatMap(subject -> subject.all(GRAMMAR).stream())
        .map(subject -> Arguments.of(subject.path(), samples.of(subject)));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void theSchemaTakesTheExampleOfEveryKey(String path, String sample) {
    String head = "name: x\nduration: 1 s\n";
    String whole = path.equals("name") || path.equals("duration") ? "" : head;
    assertThat(VALIDATOR.errors(sample + whole))
        .as(sample)
        .filteredOn(error -> !error.contains("required property"))
        .isEmpty();
  }

  private static Page page(String key) {
    return (Page) EXPLAIN.explain(key, false);
  }

  private static List<String> near(String key) {
    return ((Answer.Unknown) EXPLAIN.explain(key, false)).near();
  }
}
