package vdcsim.scenario.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import vdcsim.scenario.verify.compare.CaseResult;
import vdcsim.scenario.verify.compare.CaseResult.Outcome;
import vdcsim.scenario.verify.compare.Difference;
import vdcsim.scenario.verify.golden.UnreadableCase;

/** A case of two routers with static routes, written by hand: no protocol stands in between. */
class RoutedCasesTest {
  private static String text() throws IOException {
    try (InputStream in = RoutedCasesTest.class.getResourceAsStream("static-01.json")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static CaseResult changed(String old, String replacement)
      throws IOException, UnreadableCase {
    String text = text();
    assertThat(text).contains(old);
    return Cases.verify(text.replace(old, replacement));
  }

  @Test
  void routesReachAndPathsAreCompared() throws IOException, UnreadableCase {
    CaseResult result = Cases.verify(text());
    assertThat(result.outcome()).as(VerificationText.sideBySide(result)).isEqualTo(Outcome.EQUAL);
    // Five routes and three with four entries each, one with a router as well; pings and paths.
    assertThat(result.compared()).isEqualTo(5 * 4 + 1 + 3 * 4 + 4);
    assertThat(result.times()).extracting(t -> t.what()).containsExactly("last-fib-change");
  }

  @Test
  void anotherNextHopIsFound() throws IOException, UnreadableCase {
    CaseResult result =
        changed(
            "{\"via\": \"10.0.1.2\", \"dev\": \"p1\"}", "{\"via\": \"10.0.1.9\", \"dev\": \"p1\"}");
    assertThat(result.differences())
        .containsExactly(
            new Difference(
                "after the start",
                "routers.r1.rib.10.100.2.0/24.nexthops[0].via",
                "10.0.1.9",
                "10.0.1.2"));
  }

  @Test
  void aRouteThatIsMissingInTheCaseIsFound() throws IOException, UnreadableCase {
    CaseResult result = changed("\"172.16.0.0/16\": {", "\"172.17.0.0/16\": {");
    assertThat(result.differences()).hasSize(2 * 2 * 4).allMatch(d -> d.path().contains("172.1"));
  }

  @Test
  void anotherPathIsFound() throws IOException, UnreadableCase {
    CaseResult result = changed("[\"r1\", \"r2\", \"h2\"]", "[\"r2\", \"r1\", \"h2\"]");
    assertThat(result.differences())
        .containsExactly(new Difference("after the start", "paths.h1.h2", "r2 r1 h2", "r1 r2 h2"));
  }

  @Test
  void aChangeOfRoutesWhereNoneWasIsFound() throws IOException, UnreadableCase {
    CaseResult result =
        changed(
            "\"fib_changes\": [1, 1], \"last_fib_change_s\": [0.4, 0.5]",
            "\"fib_changes\": [0, 0]");
    assertThat(result.times()).extracting(t -> t.what()).containsExactly("no-fib-change");
    assertThat(result.outcome()).isEqualTo(Outcome.EQUAL);
  }

  @Test
  void aProtocolThatNobodyKnowsIsUnsupported() throws IOException, UnreadableCase {
    CaseResult result =
        changed("\"router_id\": \"10.255.0.2\"", "\"router_id\": \"10.255.0.2\", \"isis\": {}");
    assertThat(result.outcome()).isEqualTo(Outcome.UNSUPPORTED);
    assertThat(result.reason()).isEqualTo("it has 'topology.nodes.r2.isis', which is not known");
  }

  @Test
  void aDefaultThatNobodyKnowsIsUnsupported() throws IOException, UnreadableCase {
    CaseResult result =
        changed("\"topology\": {", "\"topology\": {\"defaults\": {\"isis\": {\"hello_s\": 1}},");
    assertThat(result.reason()).isEqualTo("it has 'topology.defaults.isis', which is not known");
  }
}
