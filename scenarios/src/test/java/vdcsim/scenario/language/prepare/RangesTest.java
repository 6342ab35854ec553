package vdcsim.scenario.language.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RangesTest {
  @ParameterizedTest
  @CsvSource({
    "h, h",
    "h[1..3], h1 h2 h3",
    "h[08..11]x, h08x h09x h10x h11x",
    "h[0..1], h0 h1",
    "h[5..5], h5",
    "'a[1..2]b[3..4]', a1b3 a1b4 a2b3 a2b4",
    "h[1-3], h[1-3]",
    "h[..3], h[..3]",
    "h[-1..3], h[-1..3]",
    "h[1..9999999999999999999], h[1..9999999999999999999]",
  })
  void namesOfARange(String text, String names) {
    assertThat(String.join(" ", Ranges.names(text))).isEqualTo(names);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "h[3..1] | the range [3..1] runs backwards; write [1..3]",
        "h[1..50001] | h[1..50001] stands for 50001 names; the most is 50000",
        "h[1..1000][1..51] | h[1..1000][1..51] stands for 51000 names; the most is 50000",
      })
  void rangesThatCannotBe(String text, String message) {
    assertThatThrownBy(() -> Ranges.names(text)).hasMessage(message);
  }

  @Test
  void wordsRunAlong() {
    assertThat(Ranges.width("h[1..3].eth0 -- s[7..9]")).isEqualTo(3);
    assertThat(Ranges.pick("h[1..3].eth0 -- s[7..9]", 1, 3)).isEqualTo("h2.eth0 -- s8");
    assertThat(Ranges.pick("h[1..3].eth0  -- s1", 2, 3)).isEqualTo("h3.eth0  -- s1");
    assertThatThrownBy(() -> Ranges.width("h[1..3] -- s[1..2]"))
        .hasMessageContaining("stand for 3 and 2 names");
    assertThatThrownBy(() -> Ranges.pick("h[1..2]", 0, 3))
        .hasMessage("'h[1..2]' stands for 2 names, where 3 are wanted");
  }
}
