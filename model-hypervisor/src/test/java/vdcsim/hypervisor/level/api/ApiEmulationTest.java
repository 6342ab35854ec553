package vdcsim.hypervisor.level.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vdcsim.hypervisor.level.Bill;
import vdcsim.hypervisor.level.Call;
import vdcsim.hypervisor.level.Cause;
import vdcsim.hypervisor.level.Image;

class ApiEmulationTest {
  private static final Image IMAGE = new Image(384, 128);
  private static final long NATIVE_FORK = 264_000;

  private static Bill bill(Call call, Image image) {
    Bill bill = new Bill();
    new ApiEmulation().call(call, 1, image, bill);
    return bill;
  }

  @ParameterizedTest
  @EnumSource(Call.class)
  void everyCallIsBuiltOfSomething(Call call) {
    assertThat(bill(call, IMAGE).total()).isPositive();
  }

  @Test
  void aWriteIsTwoPiecesOfTheLibraryAndOneCallBelow() {
    assertThat(bill(Call.NULL_IO, IMAGE).total()).isEqualTo(2 * 100 + 1080 + 120);
  }

  @Test
  void askingForItsOwnNumberEntersNoKernel() {
    assertThat(bill(Call.NULL_CALL, IMAGE).total()).isEqualTo(100);
  }

  @Test
  void aStatOpensTwoNames() {
    // Seven entries, two openings, two and one and one looks, five pieces of the library.
    long expected = 7 * 1080 + 2 * 2448 + 2 * 500 + 500 + 1000 + 5 * 100;
    assertThat(bill(Call.STAT, IMAGE).total()).isEqualTo(expected);
  }

  @Test
  void aForkCopiesPageByPageWhatTheParentMayWrite() {
    long small = bill(Call.FORK, IMAGE).cycles(Cause.PAGES);
    assertThat(small).isEqualTo(128 * (3408 + 4096));
    long large = bill(Call.FORK, new Image(384, 256)).cycles(Cause.PAGES);
    assertThat(large).isEqualTo(2 * small);
  }

  @Test
  void aForkIsOneToTwoOrdersOfMagnitudeSlowerThanOnLinux() {
    double ratio = (double) bill(Call.FORK, IMAGE).total() / NATIVE_FORK;
    assertThat(ratio).isBetween(10.0, 100.0);
  }

  @Test
  void aFaultIsTheMachinesOwnAffair() {
    Bill bill = bill(Call.PAGE_FAULT, IMAGE);
    assertThat(bill.cycles(Cause.KERNEL)).isEqualTo(bill.total()).isEqualTo(3408);
  }
}
