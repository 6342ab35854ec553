package vdcsim.scenario.verify.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class GoldenCaseTest {
  private static final String START =
      "{\"format\": 1, \"id\": \"x\", \"title\": \"t\", \"kind\": \"mac\",\n";

  private static GoldenCase read(String text) throws UnreadableCase {
    return GoldenCase.read("x.json", text.getBytes(StandardCharsets.UTF_8));
  }

  private static String refusal(String text) {
    return catchThrowableOfType(
            UnreadableCase.class,
            () -> {
              GoldenCase golden = read(text);
              golden.topology();
              golden.expected();
            })
        .sentence();
  }

  @Test
  void aCaseKnowsItsIdAndKind() throws UnreadableCase {
    GoldenCase golden = read(START + "\"topology\": {}}");
    assertThat(golden.id()).isEqualTo("x");
    assertThat(golden.kind()).isEqualTo("mac");
  }

  @Test
  void textThatIsNoJsonHasAPlace() {
    assertThat(refusal("{\n  \"format\": 1,\n  oops\n}")).startsWith("x.json:3:");
    assertThat(refusal("{\"format\": 1")).startsWith("x.json:1:");
    assertThat(refusal("")).isEqualTo("x.json:1:1: the file is empty");
    assertThat(refusal("{} {}")).isEqualTo("x.json:1:4: a second value after the first");
    assertThat(refusal("{\"a\": 1, \"a\": 2}")).startsWith("x.json:1:").contains("\"a\"");
    assertThat(refusal("[1]")).isEqualTo("x.json:1:1: an object is needed, was a list");
  }

  @Test
  void aNestingThatNeverEndsIsRefused() {
    assertThat(refusal("[".repeat(100_000))).startsWith("x.json:1:");
  }

  @Test
  void aMissingFieldIsNamed() {
    assertThat(refusal("{\"format\": 1}")).isEqualTo("x.json:1:1: the field 'id' is missing");
    assertThat(refusal(START + "\"events\": []}"))
        .isEqualTo("x.json:1:1: the field 'topology' is missing");
  }

  @Test
  void aFieldOfAnotherTypeHasItsPlaceAndPath() {
    assertThat(refusal("{\"format\": \"one\"}"))
        .isEqualTo("x.json:1:12: format: a number is needed, was 'one'");
    assertThat(refusal("{\"format\": 2}")).isEqualTo("x.json:1:12: format: the format is 1, was 2");
    assertThat(refusal(START + "\"topology\": 7}"))
        .isEqualTo("x.json:2:13: topology: an object is needed, was '7'");
  }

  @Test
  void theStateAfterTheStartIsNeeded() {
    String text = START + "\"topology\": {}, \"events\": [{}],\n\"expected\": {\"phases\": []}}";
    assertThat(refusal(text))
        .isEqualTo(
            "x.json:3:24: expected.phases: the first phase is the state after the start, -1");
  }

  @Test
  void phasesStandInOrder() {
    String phases = "[{\"after_event\": -1}, {\"after_event\": 1}]";
    String text =
        START + "\"topology\": {}, \"events\": [{}],\n\"expected\": {\"phases\": " + phases + "}}";
    assertThat(refusal(text)).endsWith("the phases must stand in order, one an event at most");
  }

  @Test
  void anEventOfWhichNothingWasRecordedHasNoState() throws UnreadableCase {
    String phases = "[{\"after_event\": -1}, {\"after_event\": 1, \"rib\": {}}]";
    String differs = "[{\"path\": \"phases/1/rib/x\", \"values\": [1, 2]}]";
    GoldenCase golden =
        read(
            START
                + "\"topology\": {}, \"events\": [{}, {}], \"expected\": {\"phases\": "
                + phases
                + "}, \"measured\": {\"differs_between_runs\": "
                + differs
                + "}}");
    assertThat(golden.expected())
        .extracting(Fields::names)
        .containsExactly(List.of("after_event"), List.of(), List.of("after_event", "rib"));
    assertThat(golden.differing().get(0).path()).isEqualTo("phases/2/rib/x");
  }

  @Test
  void bytesThatAreNoTextAreRefused() {
    UnreadableCase refused =
        catchThrowableOfType(
            UnreadableCase.class, () -> GoldenCase.read("x.json", new byte[] {(byte) 0xFF}));
    assertThat(refused.sentence()).startsWith("x.json:1:1: the byte 0xFF is not UTF-8");
  }
}
