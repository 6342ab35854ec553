package vdcsim.network.conntrack;

import static org.assertj.core.api.Assertions.assertThat;
import static vdcsim.network.conntrack.Direction.ORIGINAL;
import static vdcsim.network.conntrack.Direction.REPLY;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import vdcsim.network.conntrack.TcpMachine.Verdict;

class TcpMachineTest {
  private TcpPhase phase = TcpPhase.NONE;

  private Verdict see(Direction direction, TcpFlag flag) {
    TcpMachine.Step step = TcpMachine.step(phase, direction, flag);
    phase = step.phase();
    return step.verdict();
  }

  @Test
  void aConnectionFromItsFirstSynToItsLastAck() {
    List<TcpPhase> phases = new ArrayList<>();
    see(ORIGINAL, TcpFlag.SYN);
    phases.add(phase);
    see(REPLY, TcpFlag.SYN_ACK);
    phases.add(phase);
    see(ORIGINAL, TcpFlag.ACK);
    phases.add(phase);
    see(REPLY, TcpFlag.FIN);
    phases.add(phase);
    see(ORIGINAL, TcpFlag.ACK);
    phases.add(phase);
    see(ORIGINAL, TcpFlag.FIN);
    phases.add(phase);
    see(REPLY, TcpFlag.ACK);
    phases.add(phase);
    assertThat(phases)
        .containsExactly(
            TcpPhase.SYN_SENT,
            TcpPhase.SYN_RECV,
            TcpPhase.ESTABLISHED,
            TcpPhase.FIN_WAIT,
            TcpPhase.CLOSE_WAIT,
            TcpPhase.LAST_ACK,
            TcpPhase.TIME_WAIT);
  }

  @Test
  void aConnectionInItsMiddleIsTakenUp() {
    assertThat(see(ORIGINAL, TcpFlag.ACK)).isEqualTo(Verdict.GOOD);
    assertThat(phase).isEqualTo(TcpPhase.ESTABLISHED);
  }

  @Test
  void noConnectionBeginsWithASynAckAFinOrAReset() {
    for (TcpFlag flag : List.of(TcpFlag.SYN_ACK, TcpFlag.FIN, TcpFlag.RST, TcpFlag.NONE)) {
      assertThat(see(ORIGINAL, flag)).as(flag.name()).isEqualTo(Verdict.INVALID);
    }
  }

  @Test
  void aSynInAnOpenConnectionPassesAndChangesNothing() {
    phase = TcpPhase.ESTABLISHED;
    assertThat(see(ORIGINAL, TcpFlag.SYN)).isEqualTo(Verdict.IGNORED);
    assertThat(see(REPLY, TcpFlag.SYN)).isEqualTo(Verdict.INVALID);
    assertThat(phase).isEqualTo(TcpPhase.ESTABLISHED);
  }

  /** The two tables of Linux, a column each for none, sent, received, ..., as it prints them. */
  @Test
  void allTransitionsAreThoseOfLinux() {
    assertThat(row(ORIGINAL, TcpFlag.SYN)).isEqualTo("SS SS IG IG IG IG IG SS SS S2");
    assertThat(row(ORIGINAL, TcpFlag.SYN_ACK)).isEqualTo("IV IV SR IV IV IV IV IV IV SR");
    assertThat(row(ORIGINAL, TcpFlag.FIN)).isEqualTo("IV IV FW FW LA LA LA TW CL IV");
    assertThat(row(ORIGINAL, TcpFlag.ACK)).isEqualTo("ES IV ES ES CW CW TW TW CL IV");
    assertThat(row(ORIGINAL, TcpFlag.RST)).isEqualTo("IV CL CL CL CL CL CL CL CL CL");
    assertThat(row(REPLY, TcpFlag.SYN)).isEqualTo("IV S2 IV IV IV IV IV SS IV S2");
    assertThat(row(REPLY, TcpFlag.SYN_ACK)).isEqualTo("IV SR IG IG IG IG IG IG IG SR");
    assertThat(row(REPLY, TcpFlag.FIN)).isEqualTo("IV IV FW FW LA LA LA TW CL IV");
    assertThat(row(REPLY, TcpFlag.ACK)).isEqualTo("IV IG SR ES CW CW TW TW CL IG");
    assertThat(row(REPLY, TcpFlag.RST)).isEqualTo("IV CL CL CL CL CL CL CL CL CL");
  }

  private static String row(Direction direction, TcpFlag flag) {
    List<String> row = new ArrayList<>();
    for (TcpPhase from : TcpPhase.values()) {
      TcpMachine.Step step = TcpMachine.step(from, direction, flag);
      row.add(
          switch (step.verdict()) {
            case GOOD -> shortName(step.phase());
            case IGNORED -> "IG";
            case INVALID -> "IV";
          });
    }
    return String.join(" ", row);
  }

  private static String shortName(TcpPhase phase) {
    return switch (phase) {
      case NONE, ESTABLISHED -> phase.name().substring(0, 2).toUpperCase(Locale.ROOT);
      case CLOSE -> "CL";
      case SYN_SENT -> "SS";
      case SYN_RECV -> "SR";
      case FIN_WAIT -> "FW";
      case CLOSE_WAIT -> "CW";
      case LAST_ACK -> "LA";
      case TIME_WAIT -> "TW";
      case SYN_SENT_2 -> "S2";
    };
  }

  @Test
  void theStrongestFlagCounts() {
    assertThat(TcpFlag.of(0x14)).isEqualTo(TcpFlag.RST);
    assertThat(TcpFlag.of(0x12)).isEqualTo(TcpFlag.SYN_ACK);
    assertThat(TcpFlag.of(0x11)).isEqualTo(TcpFlag.FIN);
    assertThat(TcpFlag.of(0x18)).isEqualTo(TcpFlag.ACK);
    assertThat(TcpFlag.of(0x08)).isEqualTo(TcpFlag.NONE);
  }
}
