package vdcsim.scenario.verify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vdcsim.scenario.verify.compare.CaseResult;
import vdcsim.scenario.verify.compare.CaseResult.Outcome;
import vdcsim.scenario.verify.golden.UnreadableCase;

/** What is not understood counts as unsupported, never as passed. */
class UnsupportedCasesTest {
  private static void assertUnsupported(String text, String reason) throws UnreadableCase {
    CaseResult result = Cases.verify(text);
    assertThat(result.outcome()).isEqualTo(Outcome.UNSUPPORTED);
    assertThat(result.reason()).contains(reason);
    assertThat(result.compared()).isZero();
  }

  @Test
  void anotherKindIs() throws UnreadableCase {
    assertUnsupported(
        Cases.changed("mac-02", "\"kind\": \"mac\"", "\"kind\": \"isis\""),
        "cases of kind 'isis' are not supported yet");
  }

  @Test
  void anEventThatIsNotKnownIs() throws UnreadableCase {
    assertUnsupported(
        Cases.changed("stp-01", "\"action\": \"link_down\"", "\"action\": \"meteorite\""),
        "the event 'meteorite' is not supported");
  }

  @Test
  void aNodeOfAnotherTypeIs() throws UnreadableCase {
    assertUnsupported(
        Cases.changed("mac-02", "\"type\": \"hub\"", "\"type\": \"satellite\""),
        "a node of type 'satellite' is not supported");
  }

  @Test
  void aSettingThatIsNotKnownIs() throws UnreadableCase {
    assertUnsupported(
        Cases.changed("mac-02", "\"stp\": false", "\"stp\": false, \"mtu\": 9000"),
        "it has 'topology.nodes.s1.mtu', which is not known");
  }

  @Test
  void aRecordedStateThatIsNotKnownIs() throws UnreadableCase {
    assertUnsupported(
        Cases.changed("mac-02", "{\"after_event\": -1}", "{\"after_event\": -1, \"mood\": {}}"),
        "it has 'expected.phases[0].mood', which is not known");
  }
}
