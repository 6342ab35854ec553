package vdcsim.hypervisor.level.hardware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vdcsim.hypervisor.cpu.cost.ProcessorGeneration;
import vdcsim.hypervisor.cpu.guest.TechniqueKind;
import vdcsim.hypervisor.level.Bill;
import vdcsim.hypervisor.level.Call;
import vdcsim.hypervisor.level.Cause;
import vdcsim.hypervisor.level.Image;
import vdcsim.hypervisor.level.Level;
import vdcsim.kernel.quantity.DataSize;
import vdcsim.kernel.spec.Refusal;

class HardwareLevelTest {
  private static final Image IMAGE = new Image(384, 128);
  private static final DataSize SOME = new DataSize(1 << 20);

  private static Bill bill(TechniqueKind technique, Call call) {
    Level level =
        new HardwareLevel(
            new HardwareLevelSpec(technique, ProcessorGeneration.PENTIUM_4, false, SOME, SOME));
    Bill bill = new Bill();
    level.call(call, 1, IMAGE, bill);
    return bill;
  }

  @ParameterizedTest
  @EnumSource(Call.class)
  void withoutAMonitorNothingIsAdded(Call call) {
    assertThat(bill(TechniqueKind.NATIVE, call).cycles(Cause.INTERCEPTION)).isZero();
  }

  @Test
  void theFirstVtxLeavesASystemCallAloneAndExitsAtAFault() {
    TechniqueKind vtx = TechniqueKind.HARDWARE_ASSISTANCE;
    assertThat(bill(vtx, Call.NULL_CALL).cycles(Cause.INTERCEPTION)).isZero();
    // 11 242 cycles against 1093 (Adams and Agesen 2006).
    assertThat(bill(vtx, Call.PAGE_FAULT).cycles(Cause.INTERCEPTION)).isEqualTo(11_242 - 1093);
  }

  @Test
  void computingIsAsFastAsOutsideUnlessItIsInterpreted() {
    Bill direct = new Bill();
    new HardwareLevel(HardwareLevelSpec.UNSAID).compute(10, 100, direct);
    assertThat(direct.total()).isEqualTo(1000);
    Bill interpreted = new Bill();
    new HardwareLevel(
            new HardwareLevelSpec(
                TechniqueKind.INTERPRETATION, ProcessorGeneration.PENTIUM_4, false, SOME, SOME))
        .compute(10, 100, interpreted);
    assertThat(interpreted.total()).isEqualTo(40_000);
  }

  @Test
  void aKernelThatIsAProcessIsNoVirtualHardware() {
    assertThatThrownBy(() -> bill(TechniqueKind.USER_MODE_KERNEL, Call.FORK))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("take level user-mode-linux");
  }
}
