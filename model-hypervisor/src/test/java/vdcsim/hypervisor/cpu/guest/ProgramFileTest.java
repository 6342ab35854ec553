package vdcsim.hypervisor.cpu.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vdcsim.hypervisor.isa.Architecture;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.spec.TextFile;

class ProgramFileTest {
  private static List<PhaseSpec> read(String... lines) {
    return ProgramFile.phases(
        new TextFile("boot.csv", List.of(lines)), Architecture.X86.instructions());
  }

  /** Two phases, of which the first comes again: three in all. */
  @Test
  void linesOfAPhaseThatFollowEachOtherAreOnePhase() {
    List<PhaseSpec> phases =
        read(
            "# a small program",
            "phase, class, count",
            "boot, user, 1000",
            "boot, system-call, 3",
            "boot, system-call, 2",
            "",
            "work, repeat, 10",
            "work, idle-us, 500",
            "work, page-fault, 1",
            "boot, run, POPF 0x200",
            "boot, run, CLI");
    assertThat(phases).hasSize(3);
    assertThat(phases.get(0).mix()).isEqualTo(Map.of("user", 1000L, "system-call", 5L));
    assertThat(phases.get(0).repeat()).isEqualTo(1);
    assertThat(phases.get(1).repeat()).isEqualTo(10);
    assertThat(phases.get(1).idle()).isEqualTo(Duration.ofNanos(500_000));
    assertThat(phases.get(2).mix()).isEmpty();
    assertThat(phases.get(2).trace()).containsExactly("POPF 0x200", "CLI");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "boot,user,1> boot.csv, line 1: the first line of a program is 'phase,class,count', was"
            + " 'boot,user,1'",
        "phase,class,count|boot,sytem-call,1> boot.csv, line 2: there is no class of operations"
            + " 'sytem-call'; did you mean 'system-call'?",
        "phase,class,count|boot,user,few> boot.csv, line 2: a count is a whole number, was 'few'",
        "phase,class,count|boot,user,0> boot.csv, line 2: a count is at least 1, was 0",
        "phase,class,count|boot,idle-us,9223372036854776> boot.csv, line 2: a pause is at most"
            + " 9223372036854775 us, was 9223372036854776",
        "phase,class,count|boot,user> boot.csv, line 2: a line has a phase, a class and a count,"
            + " but has 2 columns",
        "phase,class,count|,user,1> boot.csv, line 2: a phase has a name",
        "phase,class,count|boot,user,1|boot,run,POPPF> boot.csv, line 3: x86 has no instruction"
            + " 'POPPF'; did you mean 'POPF'?",
        "phase,class,count|a,user,1|b,user,1|b,user,9000000> boot.csv, line 3: of the phase 'b':"
            + " mix must lie between 1 and 1000000, was 9000001",
        "phase,class,count> boot.csv, line 1: a program has at least one phase"
      })
  void whatIsWrongIsToldWithItsLine(String lines, String sentence) {
    assertThatThrownBy(() -> read(lines.split("\\|")))
        .isInstanceOf(Refusal.class)
        .hasMessage(sentence);
  }

  @Test
  void anEmptyFileIsNoProgram() {
    assertThatThrownBy(() -> read())
        .hasMessage("boot.csv, line 1: a program has at least one phase");
  }
}
