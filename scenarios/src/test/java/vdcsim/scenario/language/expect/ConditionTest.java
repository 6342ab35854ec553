package vdcsim.scenario.language.expect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.result.Axis;
import vdcsim.kernel.result.Check;
import vdcsim.kernel.result.Measurement;
import vdcsim.kernel.result.Point;
import vdcsim.kernel.result.Quantile;
import vdcsim.kernel.result.Replication;
import vdcsim.scenario.language.shape.Head;

final class ConditionTest {
  private static final Measurement DELAY =
      new Measurement.Sample(
          "a.delay", Unit.NANOSECONDS, 4, 250, 10, 100, 400, List.of(new Quantile(400, 1)));
  private static final Measurement LOST = new Measurement.Scalar("a.lost", Unit.COUNT, 3);
  private static final Measurement INNER = new Measurement.Scalar("a.delay.mean", Unit.RATIO, 0.5);
  private static final Map<String, Measurement> METRICS = Map.of("a.delay", DELAY, "a.lost", LOST);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a.lost<=5 | a.lost | AT_MOST | 5",
        "a.lost == 5 | a.lost | EQUAL | 5",
        "a.lost==5 | a.lost | EQUAL | 5",
        "a.lost != 5 | a.lost | UNEQUAL | 5",
        "a.delay.p99 < 300 us | a.delay.p99 | LESS | 300 us",
        "a.delay>=b.delay.p50 | a.delay | AT_LEAST | b.delay.p50",
        "a.delay within 2 % of 12 us | a.delay | WITHIN | 12 us",
      })
  void conditionsAreCutAtTheirSign(
      String text, String left, Condition.Relation relation, String right) {
    Condition condition = Condition.parse(text);
    assertThat(condition.left().text()).isEqualTo(left);
    assertThat(condition.relation()).isEqualTo(relation);
    assertThat(condition.right()).isEqualTo(right);
  }

  @ParameterizedTest
  @CsvSource({"a.lost", "< 5", "a.lost <", "a.lost =< 5", "a.lost <> 5", "a b < 5", "''"})
  void whatIsNoConditionIsRefused(String text) {
    assertThatThrownBy(() -> Condition.parse(text)).hasMessageContaining("is no condition");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a.lots = 0 | there is no metric 'a.lots'; did you mean 'a.lost'?",
        "a.delay.p9x < 1 us | 'a.delay' has no statistic 'p9x'; did you mean 'p90'?",
        "a.lost.p99 = 0 | 'a.lost' has no statistic 'p99'; there are: value",
        "a.delay < a.lost | 'a.delay' is counted in ns, 'a.lost' in pure numbers",
        "a.delay < 5 | the number 5 needs a unit: ns, us, µs, ms, s, min, h, d",
      })
  void whatCannotHoldIsRefused(String text, String message) {
    assertThatThrownBy(() -> Condition.parse(text).checkAgainst(METRICS)).hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource({"a.delay.count = 4", "a.delay.p99.9 <= 400 ns", "a.delay.count > a.lost"})
  void aCountOfTimesIsAPureNumber(String text) {
    Condition.parse(text).checkAgainst(METRICS);
    assertThat(check(text, LOST, DELAY).held()).isTrue();
  }

  @Test
  void theLongestNameIsMeant() {
    MetricRef metric = new MetricRef("a.delay.mean");
    assertThat(metric.measurement(List.of(DELAY, INNER))).contains(INNER);
    assertThat(metric.measurement(List.of(DELAY))).contains(DELAY);
    assertThat(metric.metric(Map.of("a.delay", DELAY, "a.delay.mean", INNER)))
        .contains("a.delay.mean");
    assertThat(new MetricRef("a.delayed").measurement(List.of(DELAY))).isEmpty();
  }

  private static Check check(String text, Measurement... measurements) {
    Head.Expect written = new Head.Expect(text, Map.of(), Head.Over.MEAN);
    Replication replication = new Replication(0, 0, 0, List.of(measurements));
    return new Expected(written)
        .check(List.of(), List.of(new Point(0, List.of(), List.of(replication))));
  }

  @Test
  void theOutcomeSaysTheValueFound() {
    assertThat(check("a.lost = 3", LOST)).isEqualTo(new Check("a.lost = 3", true, "3"));
    assertThat(check("a.lost = 2", LOST)).isEqualTo(new Check("a.lost = 2", false, "was 3"));
    assertThat(check("a.delay within 2 % of 255 ns", DELAY).held()).isTrue();
    assertThat(check("a.delay within 1 % of 255 ns", DELAY).held()).isFalse();
    assertThat(check("b.lost = 2", LOST).detail()).isEqualTo("nothing was measured");
  }

  @Test
  void aConditionSpeaksOfTheConfigurationsThatItNames() {
    Axis axis = new Axis("w.n", Unit.NONE, List.of("1", "2"), List.of(number(1), number(2)));
    Head.Expect written = new Head.Expect("a.lost < 4", Map.of("w.n", "1"), Head.Over.EACH);
    Measurement more = new Measurement.Scalar("a.lost", Unit.COUNT, 9);
    Point first = new Point(0, List.of(0), List.of(new Replication(0, 0, 0, List.of(LOST))));
    Point second = new Point(1, List.of(1), List.of(new Replication(0, 0, 0, List.of(more))));
    assertThat(new Expected(written).check(List.of(axis), List.of(first, second)).held()).isTrue();
    Head.Expect all = new Head.Expect("a.lost < 4", Map.of(), Head.Over.EACH);
    assertThat(new Expected(all).check(List.of(axis), List.of(first, second)).detail())
        .isEqualTo("was 9 at n = 2");
  }

  private static OptionalDouble number(double value) {
    return OptionalDouble.of(value);
  }

  @ParameterizedTest
  @CsvSource({
    "a.*, a.lost, true",
    "*, a.lost, true",
    "*.lost, a.lost, true",
    "a*t, a.lost, true",
    "a.l, a.lost, false",
    "*b*, a.lost, false",
    "**a**, a, true",
    "a*, '', false",
  })
  void aStarStandsForAnyText(String pattern, String text, boolean matches) {
    assertThat(MetricNames.matches(pattern, text)).isEqualTo(matches);
  }
}
