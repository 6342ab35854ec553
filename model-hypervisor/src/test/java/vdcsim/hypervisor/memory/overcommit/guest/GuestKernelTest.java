package vdcsim.hypervisor.memory.overcommit.guest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GuestKernelTest {
  private final GuestKernel kernel = new GuestKernel(100, 1);

  @Test
  void aFileIsReadOnceAndThenInTheCache() {
    int file = kernel.addFiles(10);
    int page = kernel.touch(file, false, 0);
    assertThat(kernel.toRead()).isEqualTo(1);
    assertThat(kernel.isFresh(page)).isTrue();
    assertThat(kernel.touch(file, false, 0)).isEqualTo(page);
    assertThat(kernel.toRead()).isEqualTo(0);
  }

  @Test
  void whatIsUsedInOrderIsReadTogether() {
    int file = kernel.addFiles(40);
    kernel.touch(file, false, 39);
    assertThat(kernel.toRead()).isEqualTo(16);
    kernel.touch(file + 15, false, 24);
    assertThat(kernel.toRead()).isEqualTo(0);
    kernel.touch(file + 16, false, 2);
    assertThat(kernel.toRead()).isEqualTo(3);
  }

  @Test
  void aFilePageThatIsWrittenAsAWholeIsNotRead() {
    int file = kernel.addFiles(1);
    kernel.touch(file, true, 0);
    assertThat(kernel.toRead()).isEqualTo(0);
  }

  @Test
  void thePageCacheGoesBeforePrograms() {
    int file = kernel.addFiles(50);
    int program = kernel.addProgram(60);
    touchAll(program, 60, true);
    touchAll(file, 40, false);
    assertThat(kernel.free()).isEqualTo(0);
    kernel.touch(file + 40, false, 0);
    assertThat(kernel.cached()).isEqualTo(40);
    // The first of the file has gone, and all of the program is there.
    touchAll(program, 60, false);
    kernel.touch(file, false, 0);
    assertThat(kernel.toRead()).isEqualTo(1);
  }

  @Test
  void programsAreSwappedInGroupsWhenTheCacheIsAtItsFloor() {
    int program = kernel.addProgram(101);
    touchAll(program, 100, true);
    kernel.touch(program + 100, true, 0);
    assertThat(kernel.toWrite()).isEqualTo(16);
    assertThat(kernel.toRead()).isEqualTo(0);
    // The next fifteen are clean.
    kernel.touch(program, false, 0);
    assertThat(kernel.toWrite()).isEqualTo(0);
    assertThat(kernel.toRead()).isEqualTo(1);
  }

  @Test
  void aBalloonTakesFreePagesThenTheCacheThenPrograms() {
    int file = kernel.addFiles(30);
    int program = kernel.addProgram(40);
    touchAll(program, 40, true);
    touchAll(file, 30, false);
    for (int i = 0; i < 30; i++) {
      assertThat(kernel.take()).isGreaterThanOrEqualTo(0);
    }
    assertThat(kernel.cached()).isEqualTo(30);
    for (int i = 0; i < 28; i++) {
      assertThat(kernel.take()).isGreaterThanOrEqualTo(0);
    }
    assertThat(kernel.cached()).isEqualTo(2);
    // A program's page must be written first.
    assertThat(kernel.take()).isEqualTo(GuestKernel.NONE);
    assertThat(kernel.toWrite()).isEqualTo(16);
    assertThat(kernel.take()).isGreaterThanOrEqualTo(0);
  }

  @Test
  void thereIsNoPageWhenTheKernelHasThemAll() {
    touchAll(kernel.addPinned(100), 100, false);
    assertThat(kernel.touch(kernel.addProgram(1), true, 0)).isEqualTo(GuestKernel.NONE);
  }

  private void touchAll(int first, int count, boolean write) {
    for (int i = 0; i < count; i++) {
      kernel.touch(first + i, write, 0);
    }
  }
}
