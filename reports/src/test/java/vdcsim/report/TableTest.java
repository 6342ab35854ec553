package vdcsim.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import vdcsim.report.text.Columns;

class TableTest {
  private final Table table =
      new Table(
          List.of("指标", "value (µs)", "unit"),
          List.of(List.of("h_1|<b>", "1.5 ± 0.2", "µs"), List.of("中文", "12", "50 %")),
          List.of(Table.Align.LEFT, Table.Align.RIGHT, Table.Align.LEFT),
          List.of("a note"));

  @Test
  void textCountsChineseCharactersAsTwoColumns() {
    assertThat(table.text(80, true))
        .isEqualTo(
            """
             指标     value (µs)  unit
             h_1|<b>   1.5 ± 0.2  µs
             中文             12  50 %
             a note
            """);
  }

  @Test
  void asciiTerminalsGetAscii() {
    assertThat(table.text(80, false)).contains("1.5 +- 0.2  us").matches("(?s)\\p{ASCII}*");
  }

  @Test
  void aNarrowTerminalBreaksHeadingsThenLeavesColumnsOut() {
    Table wide =
        new Table(
            List.of("model", "round-trip-time mean (µs)", "throughput (Gb/s)"),
            List.of(List.of("virtio", "69.8 ± 3.4", "4.214")),
            List.of(Table.Align.LEFT, Table.Align.RIGHT, Table.Align.RIGHT),
            List.of());
    assertThat(wide.text(40, true).lines()).allMatch(line -> Columns.width(line) <= 40);
    assertThat(wide.text(40, true)).contains("4.214");
    assertThat(wide.text(24, true)).doesNotContain("4.214").contains("1 more in the report");
  }

  @Test
  void controlCharactersDoNotReachTheTerminal() {
    Table evil =
        new Table(
            List.of("a"),
            List.of(List.of("\u001b[31mred\n")),
            List.of(Table.Align.LEFT),
            List.of());
    assertThat(evil.text(80, true)).doesNotContain("\u001b").hasLineCount(2);
  }

  @Test
  void markdownEscapesWhatIsMarkupThere() {
    assertThat(table.markdown())
        .isEqualTo(
            """
            | 指标 | value (µs) | unit |
            | :-- | --: | :-- |
            | h\\_1\\|\\<b\\> | 1.5 ± 0.2 | µs |
            | 中文 | 12 | 50 % |

            a note
            """);
  }

  @Test
  void latexEscapesWhatIsACommandThere() {
    assertThat(table.latex())
        .isEqualTo(
            """
            % \\usepackage{booktabs}
            \\begin{tabular}{lrl}
            \\toprule
            指标 & value ($\\mu$s) & unit \\\\
            \\midrule
            h\\_1\\textbar{}\\textless{}b\\textgreater{} & 1.5 $\\pm$ 0.2 & $\\mu$s \\\\
            中文 & 12 & 50 \\% \\\\
            \\bottomrule
            \\end{tabular}

            a note
            """);
    assertThat(Latex.escape("\\#&_{}~^$"))
        .isEqualTo("\\textbackslash{}\\#\\&\\_\\{\\}\\textasciitilde{}\\textasciicircum{}\\$");
  }

  @Test
  void aRowOfAnotherLengthIsRefused() {
    assertThatThrownBy(
            () ->
                new Table(
                    List.of("a"), List.of(List.of("1", "2")), List.of(Table.Align.LEFT), List.of()))
        .hasMessageContaining("a row needs 1 cells, had 2");
  }
}
