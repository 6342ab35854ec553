package vdcsim.hardware.nic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FlowHashTest {
  /** 66.9.149.187, 161.142.100.80, ports 2794 and 1766: Microsoft, verifying the RSS hash. */
  private static byte[] flow() {
    return new byte[] {
      66,
      9,
      (byte) 149,
      (byte) 187,
      (byte) 161,
      (byte) 142,
      100,
      80,
      0x0A,
      (byte) 0xEA,
      0x06,
      (byte) 0xE6
    };
  }

  @Test
  void hashesAsTheVerificationSuiteOfMicrosoftSays() {
    FlowHash hash = new FlowHash();
    assertThat(hash.of(flow(), 0, 8)).isEqualTo(0x323e8fc2L);
    assertThat(hash.of(flow(), 0, 12)).isEqualTo(0x51ccc178L);
  }
}
