package vdcsim.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ColumnsTest {

  @Test
  void chineseAndEmojiTakeTwoColumnsAndCombiningMarksNone() {
    assertThat(Columns.width("abc")).isEqualTo(3);
    assertThat(Columns.width("指标")).isEqualTo(4);
    assertThat(Columns.width("\ud83d\ude00")).isEqualTo(2);
    assertThat(Columns.width("e\u0301")).isEqualTo(1);
    assertThat(Columns.width("（1）")).isEqualTo(5);
  }

  @Test
  void paddingCountsColumnsNotCharacters() {
    assertThat(Columns.padRight("指标", 6)).isEqualTo("指标  ");
    assertThat(Columns.padLeft("9", 3)).isEqualTo("  9");
  }

  @Test
  void aCutTextShowsTheCutAndFits() {
    assertThat(Columns.cut("指标指标", 6)).isEqualTo("指标…");
    assertThat(Columns.width(Columns.cut("abcdefgh", 5))).isEqualTo(5);
  }
}
