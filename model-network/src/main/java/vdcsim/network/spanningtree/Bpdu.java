package vdcsim.network.spanningtree;

import java.nio.ByteBuffer;
import vdcsim.hardware.ethernet.Payload;

/**
 * A bridge protocol data unit behind its LLC header (IEEE 802.1D-2004, clause 9; IEEE 802.2, 3.2):
 * the length field of the frame counts both.
 */
public sealed interface Bpdu extends Payload
    permits ConfigurationBpdu, RapidBpdu, TopologyChangeBpdu {

  /** The service access point of the spanning tree protocol, source and destination. */
  int SERVICE_ACCESS_POINT = 0x42;

  /** An unnumbered information frame. */
  int UNNUMBERED_INFORMATION = 0x03;

  /** The LLC header's length in bytes. */
  int LLC_BYTES = 3;

  @Override
  default int etherType() {
    return length();
  }

  /** Writes the LLC header, and what all BPDUs begin with (9.3.1). */
  static void encodeHeader(ByteBuffer buffer, int version, int type) {
    buffer
        .put((byte) SERVICE_ACCESS_POINT)
        .put((byte) SERVICE_ACCESS_POINT)
        .put((byte) UNNUMBERED_INFORMATION)
        .putShort((short) 0)
        .put((byte) version)
        .put((byte) type);
  }

  /**
   * Reads a BPDU from its LLC header on; padding after it is left unread.
   *
   * @throws IllegalArgumentException if there is none (9.3.4)
   */
  static Bpdu decode(ByteBuffer buffer) {
    return BpduReader.read(buffer);
  }
}
