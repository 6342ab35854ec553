package vdcsim.report.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PaletteTest {
  /** A time line of a migration and its machine has thirteen. */
  @ParameterizedTest
  @EnumSource(Palette.class)
  void sixteenSeriesHaveColoursOfTheirOwn(Palette palette) {
    assertThat(IntStream.range(0, 16).mapToObj(palette::series)).doesNotHaveDuplicates();
  }
}
