package vdcsim.hypervisor.isa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PopekGoldbergTest {
  private static PopekGoldberg decided(Architecture architecture) {
    return PopekGoldberg.of(architecture.instructions());
  }

  @Test
  void ia32IsNotVirtualizableByAnyOfTheThreeTheorems() {
    PopekGoldberg decided = decided(Architecture.X86);
    assertThat(decided.virtualizable()).isFalse();
    assertThat(decided.recursivelyVirtualizable()).isFalse();
    assertThat(decided.hybridVirtualizable()).isFalse();
  }

  @Test
  void theOffendersOfIa32AreThoseOfRobinAndIrvine() {
    assertThat(decided(Architecture.X86).critical())
        .containsExactlyInAnyOrder(
            "SGDT",
            "SIDT",
            "SLDT",
            "SMSW",
            "PUSHF",
            "POPF",
            "LAR",
            "LSL",
            "VERR",
            "VERW",
            "POP-SEG",
            "PUSH-SEG",
            "CALL-FAR",
            "JMP-FAR",
            "INT-N",
            "RET-FAR",
            "STR",
            "MOV-SEG");
  }

  @Test
  void registersAndProtectionAreToldApart() {
    InstructionSet x86 = Architecture.X86.instructions();
    assertThat(x86.find("popf").orElseThrow().sensitivity()).contains(Sensitivity.REGISTER);
    assertThat(x86.find("STR").orElseThrow().sensitivity()).contains(Sensitivity.PROTECTION);
  }

  @Test
  void machinesWhoseSensitiveInstructionsTrapAreVirtualizableAndRecursivelySo() {
    for (Architecture architecture :
        new Architecture[] {Architecture.X86_VTX, Architecture.IDEAL, Architecture.RISC_V}) {
      assertThat(decided(architecture).critical()).isEmpty();
      assertThat(decided(architecture).recursivelyVirtualizable()).isTrue();
    }
  }

  @Test
  void thePdp10AllowsAHybridMonitorOnly() {
    PopekGoldberg decided = decided(Architecture.PDP_10);
    assertThat(decided.critical()).containsExactly("JRST-1");
    assertThat(decided.virtualizable()).isFalse();
    assertThat(decided.hybridVirtualizable()).isTrue();
  }

  @Test
  void withoutAMonitorFreeOfTimingTheSecondTheoremFails() {
    String text =
        "title t\n"
            + "source s\n"
            + "timing-free no\n"
            + "guest-registers shared\n"
            + "WAIT traps mode anywhere halt\n";
    PopekGoldberg decided = PopekGoldberg.of(InstructionTable.parse("x", text));
    assertThat(decided.virtualizable()).isTrue();
    assertThat(decided.recursivelyVirtualizable()).isFalse();
  }

  @Test
  void aWrongRowIsRefusedWithItsLine() {
    assertThatThrownBy(() -> InstructionTable.parse("x", "title t\nPOPF runs sideways any none"))
        .hasMessage("x, line 2: 'sideways' is no Sensitivity");
    assertThatThrownBy(() -> InstructionTable.parse("x", "POPF runs"))
        .hasMessage("x, line 1: a row has 5 columns, was 'POPF runs'");
  }
}
