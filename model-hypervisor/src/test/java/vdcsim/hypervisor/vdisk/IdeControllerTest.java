package vdcsim.hypervisor.vdisk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vdcsim.hardware.disk.Operation;
import vdcsim.hardware.pci.InterruptTarget;

class IdeControllerTest {
  private final List<String> line = new ArrayList<>();
  private final List<IdeController.Transfer> begun = new ArrayList<>();
  private final IdeController controller =
      new IdeController(
          new InterruptTarget() {
            @Override
            public void message(long address, int data) {}

            @Override
            public void line(boolean asserted) {
              line.add(asserted ? "up" : "down");
            }
          },
          begun::add);

  private void write(int register, int... values) {
    for (int value : values) {
      controller.write(IdeController.COMMAND_BLOCK, register, 1, value);
    }
  }

  private long status() {
    return controller.read(IdeController.CONTROL_BLOCK, IdeController.ALTERNATE_STATUS, 1);
  }

  @Test
  void anAddressOf48BitsIsWrittenHighBeforeLow() {
    write(IdeController.SECTORS, 0x01, 0x02);
    write(IdeController.LBA_LOW, 0x44, 0x11);
    write(IdeController.LBA_MID, 0x55, 0x22);
    write(IdeController.LBA_HIGH, 0x66, 0x33);
    write(IdeController.COMMAND, IdeController.READ_DMA_EXT);
    assertThat(status()).isEqualTo(0x80);
    assertThat(begun).as("the bus master has not been started").isEmpty();
    controller.write(IdeController.BUS_MASTER, IdeController.MASTER_COMMAND, 1, 9);
    assertThat(begun)
        .containsExactly(
            new IdeController.Transfer(Operation.READ, 0x665544332211L * 512, 0x102 * 512L));
  }

  @Test
  void theInterruptStaysUntilTheStatusIsRead() {
    write(IdeController.COMMAND, IdeController.WRITE_DMA_EXT);
    controller.write(IdeController.BUS_MASTER, IdeController.MASTER_COMMAND, 1, 1);
    controller.finished(true);
    status();
    assertThat(line).containsExactly("up");
    assertThat(controller.read(IdeController.BUS_MASTER, IdeController.MASTER_STATUS, 1))
        .isEqualTo(4);
    controller.read(IdeController.COMMAND_BLOCK, IdeController.COMMAND, 1);
    assertThat(line).containsExactly("up", "down");
    controller.write(IdeController.BUS_MASTER, IdeController.MASTER_STATUS, 1, 4);
    assertThat(controller.read(IdeController.BUS_MASTER, IdeController.MASTER_STATUS, 1)).isZero();
    assertThat(begun.get(0).bytes()).as("no sectors stand for 65536").isEqualTo(32L << 20);
  }

  @Test
  void anUnknownCommandIsAborted() {
    write(IdeController.COMMAND, 0xFE);
    assertThat(status()).isEqualTo(0x51);
    assertThat(line).containsExactly("up");
  }
}
