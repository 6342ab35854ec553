package vdcsim.scenario.verify.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static Comparison compare(String shown) {
    Entries expected = new Entries();
    expected.add("rib.nexthop", "10.0.1.2", List.of("10.0.3.2"));
    Entries actual = new Entries();
    actual.add("rib.nexthop", shown);
    Comparison comparison = new Comparison(List.of());
    comparison.compare(0, expected, actual);
    return comparison;
  }

  @Test
  void oneOfSeveralRightValuesIsRight() {
    assertThat(compare("10.0.1.2").differences()).isEmpty();
    assertThat(compare("10.0.3.2").differences()).isEmpty();
    assertThat(compare("10.0.3.2").compared()).isEqualTo(1);
  }

  @Test
  void anyOtherIsHeldAgainstTheRecordedOne() {
    assertThat(compare("10.0.9.9").differences())
        .containsExactly(new Difference("after event 0", "rib.nexthop", "10.0.1.2", "10.0.9.9"));
  }
}
