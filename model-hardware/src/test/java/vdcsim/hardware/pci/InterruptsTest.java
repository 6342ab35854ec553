package vdcsim.hardware.pci;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vdcsim.hardware.cpu.ExecutionContext;
import vdcsim.kernel.Simulation;

class InterruptsTest {
  private final List<String> seen = new ArrayList<>();
  private final InterruptTarget target =
      new InterruptTarget() {
        @Override
        public void message(long address, int data) {
          seen.add("%x=%d".formatted(address, data));
        }

        @Override
        public void line(boolean asserted) {
          seen.add(asserted ? "up" : "down");
        }
      };
  private final Latches device = new Latches();

  @Test
  void aMaskedVectorStaysPendingUntilTheMaskFalls() {
    Msix msix = new Msix(device.config(), target, 3, 0, 64);
    msix.raise(1);
    assertThat(seen).as("not enabled").isEmpty();
    msix.enable(0xFEE0_0000L, 40);
    msix.raise(1);
    msix.write(2 * Msix.ENTRY_BYTES + 12, 1);
    msix.raise(2);
    msix.raise(2);
    assertThat(msix.read(3 * Msix.ENTRY_BYTES)).as("pending bits").isEqualTo(4);
    msix.write(2 * Msix.ENTRY_BYTES + 12, 0);
    assertThat(seen).containsExactly("fee00000=41", "fee00000=42");
    assertThat(msix.read(3 * Msix.ENTRY_BYTES)).isZero();
  }

  @Test
  void theFunctionMaskHoldsAllVectorsBack() {
    Msix msix = new Msix(device.config(), target, 2, 0, 64);
    msix.enable(0, 1);
    int control = msix.capability() + 2;
    device.config().write(control, 2, 0xC000);
    msix.raise(0);
    msix.raise(1);
    assertThat(seen).isEmpty();
    device.config().write(control, 2, 0x8000);
    msix.update();
    assertThat(seen).containsExactly("0=1", "0=2");
    assertThat(device.config().read(control, 2)).as("a table of two").isEqualTo(0x8001);
  }

  @Test
  void aLineStaysUpUntilTheDeviceIsQuietOrItIsDisabled() {
    InterruptLine line = new InterruptLine(device.config(), target);
    line.want(true);
    line.want(true);
    assertThat(device.config().read(ConfigSpace.STATUS, 2) & 8).isEqualTo(8);
    device.config().write(ConfigSpace.COMMAND, 2, 1 << 10);
    line.update();
    device.config().write(ConfigSpace.COMMAND, 2, 0);
    line.update();
    line.want(false);
    assertThat(seen).containsExactly("up", "down", "up", "down");
  }

  @Test
  void aHigherClassGoesFirstAndARequestThatStandsIsOneRequest() {
    LocalApic apic = LocalApic.bare(ExecutionContext.FREE, 10, 5);
    for (int vector : List.of(0x31, 0x32, 0x41)) {
      apic.serve(vector, (kind, v, ref) -> seen.add("%x".formatted(v)), 0, this);
    }
    apic.message(0, 0x31);
    apic.message(0, 0x32);
    apic.message(0, 0x32);
    assertThat(seen).as("0x32 is of the class in service").containsExactly("31");
    assertThat(apic.merged()).isEqualTo(1);
    apic.message(0, 0x41);
    assertThat(seen).containsExactly("31", "41");
    apic.end((k, a, r) -> {}, 0, 0, Simulation.NO_REFERENCE);
    assertThat(seen).containsExactly("31", "41");
    apic.end((k, a, r) -> {}, 0, 0, Simulation.NO_REFERENCE);
    assertThat(seen).containsExactly("31", "41", "32");
    apic.message(0, 0x55);
    assertThat(apic.unserved()).isEqualTo(1);
    assertThat(apic.delivered()).isEqualTo(3);
  }

  @Test
  void aLineThatIsStillUpAtTheEndComesAgain() {
    LocalApic apic = LocalApic.bare(ExecutionContext.FREE, 0, 0);
    apic.serve(0x30, (kind, v, ref) -> seen.add("served"), 0, this);
    apic.lineTo(0x30);
    apic.line(true);
    apic.end((k, a, r) -> {}, 0, 0, Simulation.NO_REFERENCE);
    assertThat(seen).hasSize(2);
    apic.line(false);
    apic.end((k, a, r) -> {}, 0, 0, Simulation.NO_REFERENCE);
    assertThat(seen).hasSize(2);
  }
}
