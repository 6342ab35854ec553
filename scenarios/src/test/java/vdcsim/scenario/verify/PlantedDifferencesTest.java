package vdcsim.scenario.verify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vdcsim.scenario.verify.compare.CaseResult;
import vdcsim.scenario.verify.compare.CaseResult.Outcome;
import vdcsim.scenario.verify.compare.Difference;
import vdcsim.scenario.verify.golden.UnreadableCase;

/** A case that was tampered with must not pass: each change is found, and nothing else is. */
class PlantedDifferencesTest {
  private static final String NOTHING = Difference.NOTHING;

  private static void assertOnlyDifference(
      CaseResult result, String phase, String path, String expected, String actual) {
    assertThat(result.outcome()).isEqualTo(Outcome.DIFFERENT);
    assertThat(result.differences()).containsExactly(new Difference(phase, path, expected, actual));
    assertThat(result.equal()).isEqualTo(result.compared() - 1);
  }

  @Test
  void aWrongValueIsFound() throws UnreadableCase {
    String text =
        Cases.changed(
            "mac-04", "{\"h1\": \"p2\", \"h2\": \"p3\"", "{\"h1\": \"p1\", \"h2\": \"p3\"");
    assertOnlyDifference(Cases.verify(text), "after event 0", "fdb.s1.h1", "p1", "p2");
  }

  @Test
  void anEntryThatTheRunLacksIsFound() throws UnreadableCase {
    String text =
        Cases.changed(
            "mac-05", "\"s1\": {\"h1\": \"p1\"}", "\"s1\": {\"h1\": \"p1\", \"h2\": \"p2\"}");
    assertOnlyDifference(Cases.verify(text), "after event 0", "fdb.s1.h2", "p2", NOTHING);
  }

  @Test
  void anEntryThatOnlyTheRunHasIsFound() throws UnreadableCase {
    String text = Cases.changed("mac-10", "\"h3\": \"p2\", \"h4\": \"p2\"}", "\"h3\": \"p2\"}");
    assertOnlyDifference(Cases.verify(text), "after event 0", "fdb.s1.h4", NOTHING, "p2");
  }

  @Test
  void aReceiverTooManyIsFound() throws UnreadableCase {
    String text = Cases.changed("mac-02", "\"h1\": [],\n       \"h2\": [],", "\"h2\": [],");
    assertOnlyDifference(
        Cases.verify(text), "after event 0", "frames[0].received_by.h1", NOTHING, "untagged");
  }

  @Test
  void aWrongTagOnALinkIsFound() throws UnreadableCase {
    String text = Cases.changed("vlan-03", "\"T1->s2\": [\"10\", \"20\"]", "\"T1->s2\": [\"20\"]");
    assertOnlyDifference(
        Cases.verify(text), "after the start", "tags_on_links.T1->s2", "20", "10 20");
  }

  @Test
  void aWrongReachIsFound() throws UnreadableCase {
    String text = Cases.changed("vlan-06", "\"h5\": false", "\"h5\": true");
    assertOnlyDifference(
        Cases.verify(text), "after the start", "reachability.h1.h5", "true", "false");
  }

  @Test
  void aPortThatForwardsTooMuchIsFound() throws UnreadableCase {
    String text = Cases.changed("stp-01", "\"state\": \"forwarding\"", "\"state\": \"blocking\"");
    assertOnlyDifference(
        Cases.verify(text), "after the start", "stp.s1.ports.p1.state", "blocking", "forwarding");
  }

  @Test
  void aPortThatTheCaseDoesNotKnowIsFound() throws UnreadableCase {
    String line = ",\n       \"p3\": {\"number\": 3, \"state\": \"forwarding\"";
    String text = Cases.bundled("stp-01").source().text();
    int from = text.indexOf(line);
    String without = text.substring(0, from) + text.substring(text.indexOf('}', from) + 1);
    CaseResult result = Cases.verify(without);
    assertThat(result.differences())
        .hasSize(7)
        .allMatch(d -> d.path().startsWith("stp.s2.ports.p3.") && d.expected().equals(NOTHING));
  }

  @Test
  void aTimeOutsideItsToleranceIsFound() throws UnreadableCase {
    String text = Cases.changed("stp-01", "[51.13, 51.04]", "[30.1, 30.2]");
    CaseResult result = Cases.verify(text);
    assertThat(result.differences()).isEmpty();
    assertThat(result.outcome()).isEqualTo(Outcome.DIFFERENT);
    assertThat(result.times())
        .filteredOn(time -> !time.holds())
        .singleElement()
        .satisfies(time -> assertThat(time.what()).isEqualTo("last-port-state-change"));
  }

  @Test
  void aValueInWhichTheRunsDifferedMayBeAnyOfThem() throws UnreadableCase {
    String one = ", \"h2\": \"p3\", \"h3\": \"p1\"},";
    String text = Cases.changed("mac-04", one, ", \"h3\": \"p1\"},");
    String differs =
        "\"differs_between_runs\": [{\"path\": \"phases/1/fdb/s1/h2\", \"values\": [\"%s\", \"p9\"]}],";
    String withRight = text.replace("\"runs\": 3,", "\"runs\": 3, " + differs.formatted("p3"));
    assertThat(Cases.verify(withRight).outcome()).isEqualTo(Outcome.EQUAL);
    assertThat(Cases.verify(withRight).compared())
        .isEqualTo(Cases.verify(Cases.bundled("mac-04").source().text()).compared());
    String withWrong = text.replace("\"runs\": 3,", "\"runs\": 3, " + differs.formatted("p2"));
    assertOnlyDifference(
        Cases.verify(withWrong), "after event 0", "fdb.s1.h2", "one of [p2, p9]", "p3");
  }
}
