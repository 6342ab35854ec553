package vdcsim.hypervisor.level.os;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import vdcsim.hypervisor.level.Bill;
import vdcsim.hypervisor.level.Call;
import vdcsim.hypervisor.level.Cause;
import vdcsim.hypervisor.level.Image;
import vdcsim.kernel.quantity.DataSize;
import vdcsim.kernel.spec.Refusal;

class OsLevelTest {
  private static final Image IMAGE = new Image(384, 128);

  private static Bill bill(OsSpec spec, Call call) {
    Bill bill = new Bill();
    new OsLevel(spec).call(call, 10, IMAGE, bill);
    return bill;
  }

  @Test
  void aNullCallPaysOneLookIntoItsGuestsTables() {
    Bill bill = bill(OsSpec.UNSAID, Call.NULL_CALL);
    assertThat(bill.cycles(Cause.KERNEL)).isEqualTo(10 * 1080);
    assertThat(bill.cycles(Cause.INTERCEPTION)).isEqualTo(10 * 40);
  }

  @Test
  void aPathNamePassesEachLayerWithEachOfItsThreeParts() {
    OsSpec threeLayers = new OsSpec(40, 3, 120, new DataSize(1 << 20));
    assertThat(bill(threeLayers, Call.STAT).cycles(Cause.INTERCEPTION))
        .isEqualTo(10 * (40 + 3 * 3 * 120));
  }

  @Test
  void aPageFaultCostsWhatItCostsAnywhere() {
    assertThat(bill(OsSpec.UNSAID, Call.PAGE_FAULT).total()).isEqualTo(10 * 3408);
  }

  @Test
  void aGuestTakesWhatItsProgramWritesAndTheKernelsOwnMebibyte() {
    assertThat(new OsLevel(OsSpec.UNSAID).memoryBytes(IMAGE)).isEqualTo(128 * 4096 + (1 << 20));
  }

  @Test
  void layersBelowNoneAreRefused() {
    assertThatThrownBy(() -> new OsSpec(40, -1, 120, new DataSize(1)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("file-layers lie between 0 and 128");
  }
}
