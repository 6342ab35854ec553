package vdcsim.hardware.nic;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vdcsim.hardware.ethernet.Frame;
import vdcsim.hardware.ethernet.MacAddress;
import vdcsim.hardware.ethernet.Payload;

class FlowHashTest {
  private static void address(String text, ByteBuffer into) {
    for (String part : text.split("\\.")) {
      into.put((byte) Integer.parseInt(part));
    }
  }

  /** Microsoft, verifying the RSS hash calculation: all five of IPv4. */
  @ParameterizedTest
  @CsvSource({
    "66.9.149.187, 2794, 161.142.100.80, 1766, 323e8fc2, 51ccc178",
    "199.92.111.2, 14230, 65.69.140.83, 4739, d718262a, c626b0ea",
    "24.19.198.95, 12898, 12.22.207.184, 38024, d2d0a5de, 5c2b394a",
    "38.27.205.30, 48228, 209.142.163.6, 2217, 82989176, afc7327f",
    "153.39.163.191, 44251, 202.188.127.2, 1303, 5d1809c5, 10e828a2",
  })
  void hashesAsTheVerificationSuiteOfMicrosoftSays(
      String source, int sourcePort, String destination, int port, String plain, String withPorts) {
    ByteBuffer flow = ByteBuffer.allocate(12);
    address(source, flow);
    address(destination, flow);
    flow.putShort((short) sourcePort).putShort((short) port);
    FlowHash hash = new FlowHash();
    assertThat(hash.of(flow.array(), 0, 8)).isEqualTo(Long.parseLong(plain, 16));
    assertThat(hash.of(flow.array(), 0, 12)).isEqualTo(Long.parseLong(withPorts, 16));
  }

  private record Silent(int length) implements Payload {
    @Override
    public int etherType() {
      return 0x88B5;
    }

    @Override
    public void encode(ByteBuffer buffer) {}
  }

  @Test
  void whatIsNoPacketOfIpv4HasTheHashZero() {
    Frame frame = new Frame(new MacAddress(1), new MacAddress(2), new Silent(100), 0);
    assertThat(new FlowHash().of(frame)).isZero();
  }
}
