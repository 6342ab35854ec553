package vdcsim.scenario.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vdcsim.scenario.TestGrammar;
import vdcsim.scenario.language.Scenario;
import vdcsim.scenario.language.ScenarioReader;
import vdcsim.scenario.language.problem.RefusedScenario;

class LibraryTest {
  private static final Library LIBRARY = new Library(TestGrammar.grammar());

  static Stream<String> scenarios() {
    return LIBRARY.entries().stream().map(Entry::name);
  }

  static Stream<String> starters() {
    return LIBRARY.starters().stream().map(Entry::name);
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void aScenarioIsRightAndBearsTheNameOfItsFile(String name) throws RefusedScenario {
    Scenario scenario = read(LIBRARY.source(name).orElseThrow());
    assertThat(scenario.name()).isEqualTo(name);
    assertThat(scenario.about()).isNotEmpty();
    assertThat(scenario.topic()).isNotEqualTo("Other");
    assertThat(LIBRARY.find(name))
        .hasValueSatisfying(entry -> assertThat(entry.topic()).isEqualTo(scenario.topic()));
  }

  @ParameterizedTest
  @MethodSource("starters")
  void aStarterIsRightAndWithoutWarnings(String name) throws RefusedScenario {
    String text = LIBRARY.starter(name).orElseThrow();
    assertThat(read(text).warnings()).isEmpty();
    assertThat(text).startsWith("# yaml-language-server: $schema=vdcsim.schema.json\n");
  }

  private static Scenario read(String text) throws RefusedScenario {
    return new ScenarioReader(TestGrammar.grammar())
        .read("scenario.yaml", text.getBytes(StandardCharsets.UTF_8), List.of());
  }

  @Test
  void scenariosAreListedByTopicThenByName() {
    List<String> order =
        LIBRARY.entries().stream().map(entry -> entry.topic() + " " + entry.name()).toList();
    assertThat(order).isSorted().doesNotHaveDuplicates();
    assertThat(LIBRARY.entries()).extracting(Entry::name).contains("switch-learning");
  }

  @Test
  void anAboutIsOneLine() {
    Entry entry = LIBRARY.find("switch-learning").orElseThrow();
    assertThat(entry.topic()).isEqualTo("Layer 2");
    assertThat(entry.about())
        .startsWith("A switch floods frames for addresses that it has not heard yet")
        .doesNotContain("\n");
  }

  @Test
  void theSourceKeepsItsComments() {
    assertThat(LIBRARY.source("switch-learning").orElseThrow())
        .startsWith("# How does a switch learn");
  }

  @Test
  void anUnknownNameHasNearOnes() {
    assertThat(LIBRARY.source("switch-lerning")).isEmpty();
    assertThat(LIBRARY.near("switch-lerning")).containsExactly("switch-learning");
    assertThat(LIBRARY.near("zzzzzz")).isEmpty();
  }

  @Test
  void aNameIsNoPath() {
    assertThat(LIBRARY.source("../starter/layer-2")).isEmpty();
    assertThat(LIBRARY.source("")).isEmpty();
    assertThat(LIBRARY.find("switch-learning.yaml")).isEmpty();
  }

  @Test
  void aStarterIsFoundByItsTopicHoweverWritten() {
    assertThat(LIBRARY.starter("")).isEqualTo(LIBRARY.starter("Layer 2"));
    assertThat(LIBRARY.starter("QUEUEING").orElseThrow()).contains("name: my-queue");
    assertThat(LIBRARY.starter("astrology")).isEmpty();
  }
}
