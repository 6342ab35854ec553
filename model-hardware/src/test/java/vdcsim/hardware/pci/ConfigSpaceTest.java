package vdcsim.hardware.pci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ConfigSpaceTest {
  private final ConfigSpace config =
      new ConfigSpace(new Identity(0x8086, 0x100E, 0x020000, 3))
          .bar(0, Space.MEMORY_32, 0x20000)
          .bar(2, Space.PORTS, 64);

  @Test
  void onesWrittenToABaseAddressReadBackAsItsSize() {
    config.write(ConfigSpace.BASE_ADDRESS, 4, 0xFFFF_FFFFL);
    // 128 KiB: the lower 17 bits cannot be written.
    assertThat(config.read(ConfigSpace.BASE_ADDRESS, 4)).isEqualTo(0xFFFE_0000L);
    config.write(ConfigSpace.BASE_ADDRESS + 8, 4, 0xFFFF_FFFFL);
    assertThat(config.read(ConfigSpace.BASE_ADDRESS + 8, 4)).isEqualTo(0xFFFF_FFC1L);
    config.write(ConfigSpace.BASE_ADDRESS + 4, 4, 0xFFFF_FFFFL);
    assertThat(config.read(ConfigSpace.BASE_ADDRESS + 4, 4)).isZero();
  }

  @Test
  void theIdentityCannotBeWritten() {
    config.write(0, 4, 0);
    assertThat(config.read(0, 4)).isEqualTo(0x100E_8086L);
    assertThat(config.read(8, 4)).isEqualTo(0x0200_0003L);
  }

  @Test
  void aDeviceDecodesOnlyWhatTheCommandRegisterAllows() {
    assertThat(config.decodes(0, 0, 4)).isFalse();
    config.write(ConfigSpace.COMMAND, 2, 2);
    assertThat(config.decodes(0, 0x1FFFC, 4)).isTrue();
    assertThat(config.decodes(0, 0x1FFFD, 4)).isFalse();
    assertThat(config.decodes(2, 0, 1)).isFalse();
    config.enable();
    assertThat(config.decodes(2, 63, 1)).isTrue();
    assertThat(config.isBusMaster()).isTrue();
  }

  @Test
  void capabilitiesFormAList() {
    int first = config.capability(0x10, new byte[10], new byte[10]);
    int second = config.capability(0x09, new byte[3], new byte[3]);
    assertThat(config.read(ConfigSpace.CAPABILITIES, 1)).isEqualTo(second);
    assertThat(config.read(second, 2)).isEqualTo((first << 8) | 0x09);
    assertThat(config.read(first, 2)).isEqualTo(0x10);
    assertThat(config.read(ConfigSpace.STATUS, 2) & 0x10).isEqualTo(0x10);
  }

  @Test
  void aSizeThatIsNoPowerOfTwoIsRefused() {
    assertThatThrownBy(() -> config.bar(3, Space.MEMORY_32, 100))
        .hasMessage("a base address reaches a power of two of bytes, was 100");
  }
}
