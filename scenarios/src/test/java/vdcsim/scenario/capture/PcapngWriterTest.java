package vdcsim.scenario.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class PcapngWriterTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PcapngWriter writer = new PcapngWriter(bytes);

  private void assertWritten(String... hexadecimal) {
    String expected = String.join("", hexadecimal).replace(" ", "");
    assertThat(HexFormat.of().formatHex(bytes.toByteArray())).isEqualTo(expected);
    assertThat(writer.written()).isEqualTo(bytes.size());
  }

  @Test
  void aSectionStartsWithTheMagicOfItsByteOrder() throws IOException {
    writer.section("v 1", "hi");
    assertWritten(
        "0a0d0d0a 4c000000",
        "4d3c2b1a 0100 0000 ffffffffffffffff",
        "0100 0200 68690000", // opt_comment "hi"
        "0200 0900 73696d756c61746564000000", // shb_hardware "simulated"
        "0300 0600 76646373696d0000", // shb_os "vdcsim"
        "0400 0300 76203100", // shb_userappl "v 1"
        "0000 0000",
        "4c000000");
  }

  @Test
  void anInterfaceHasANameARateAndNanoseconds() throws IOException {
    writer.describe("s1.p1", "s1 -- s2", 1_000_000_000L);
    assertWritten(
        "01000000 4c000000",
        "0100 0000 00000000",
        "0200 0500 73312e7031000000", // if_name "s1.p1"
        "0300 0800 7331202d2d207332", // if_description "s1 -- s2"
        "0800 0800 00ca9a3b00000000", // if_speed 10^9
        "0900 0100 09000000", // if_tsresol 10^-9
        "0d00 0100 00000000", // if_fcslen 0
        "0000 0000",
        "4c000000");
  }

  @Test
  void aFrameIsPaddedToFourBytesAndBearsItsDirection() throws IOException {
    writer.packet(0, 0x0000_0002_8000_0001L, PcapngWriter.Direction.OUTBOUND, new byte[] {1, 2, 3});
    assertWritten(
        "06000000 30000000",
        "00000000 02000000 01000080",
        "03000000 03000000 01020300",
        "0200 0400 02000000",
        "0000 0000",
        "30000000");
    assertThat(bytes.size()).isEqualTo((int) PcapngWriter.packetBytes(3));
  }

  @Test
  void statisticsSayWhatTheFileLacks() throws IOException {
    writer.statistics(0, 5, 7, 2);
    assertWritten(
        "05000000 34000000",
        "00000000 00000000 05000000",
        "0400 0800 0700000000000000",
        "0500 0800 0200000000000000",
        "0000 0000",
        "34000000");
  }

  @Test
  void aFrameLargerThanTheRoomOfABlockIsWrittenWhole() throws IOException {
    writer.packet(0, 0, PcapngWriter.Direction.INBOUND, new byte[100_000]);
    assertThat(bytes.size()).isEqualTo(100_000 + 44);
  }
}
