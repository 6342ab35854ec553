package vdcsim.network.spanningtree;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;

/** Reads BPDUs (IEEE 802.1D-2004, 9.3). */
final class BpduReader {
  private BpduReader() {}

  static Bpdu read(ByteBuffer buffer) {
    ByteBuffer in = buffer.order(ByteOrder.BIG_ENDIAN);
    try {
      header(in);
      int version = in.get() & 0xFF;
      int type = in.get() & 0xFF;
      return switch (type) {
        case ConfigurationBpdu.TYPE -> configuration(in);
        case TopologyChangeBpdu.TYPE -> new TopologyChangeBpdu();
        case RapidBpdu.TYPE -> rapid(version, in);
        default -> throw refused("the type %02x is none of 00, 02, 80", type);
      };
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException("a BPDU ends before its last field", e);
    }
  }

  private static void header(ByteBuffer in) {
    int destination = in.get() & 0xFF;
    int source = in.get() & 0xFF;
    int control = in.get() & 0xFF;
    if (destination != Bpdu.SERVICE_ACCESS_POINT
        || source != Bpdu.SERVICE_ACCESS_POINT
        || control != Bpdu.UNNUMBERED_INFORMATION) {
      throw refused("LLC reads 42 42 03, was %02x %02x %02x", destination, source, control);
    }
    int protocol = in.getShort() & 0xFFFF;
    if (protocol != 0) {
      throw refused("the protocol identifier is 0000, was %04x", protocol);
    }
  }

  private static ConfigurationBpdu configuration(ByteBuffer in) {
    int flags = in.get() & 0xFF;
    PriorityVector vector = vector(in);
    return new ConfigurationBpdu(
        (flags & ConfigurationBpdu.TOPOLOGY_CHANGE) != 0,
        (flags & ConfigurationBpdu.ACKNOWLEDGMENT) != 0,
        vector,
        times(in));
  }

  private static RapidBpdu rapid(int version, ByteBuffer in) {
    if (version < RapidBpdu.VERSION) {
      throw refused("an RST BPDU has version 2 or later, was %d", version);
    }
    RapidBpdu.Flags flags = RapidBpdu.Flags.of(in.get() & 0xFF);
    PriorityVector vector = vector(in);
    Times times = times(in);
    in.get();
    return new RapidBpdu(flags, vector, times);
  }

  private static PriorityVector vector(ByteBuffer in) {
    BridgeId root = BridgeId.of(in.getLong());
    long cost = in.getInt() & 0xFFFF_FFFFL;
    BridgeId bridge = BridgeId.of(in.getLong());
    return new PriorityVector(root, cost, bridge, new PortId(in.getShort() & 0xFFFF));
  }

  private static Times times(ByteBuffer in) {
    int messageAge = in.getShort() & 0xFFFF;
    int maxAge = in.getShort() & 0xFFFF;
    int helloTime = in.getShort() & 0xFFFF;
    return new Times(messageAge, maxAge, helloTime, in.getShort() & 0xFFFF);
  }

  /** Writes what configuration and RST BPDUs have in common after the flags. */
  static void encode(ByteBuffer buffer, PriorityVector vector, Times times) {
    buffer
        .putLong(vector.root().bits())
        .putInt((int) vector.rootPathCost())
        .putLong(vector.designatedBridge().bits())
        .putShort((short) vector.designatedPort().bits())
        .putShort((short) times.messageAge())
        .putShort((short) times.maxAge())
        .putShort((short) times.helloTime())
        .putShort((short) times.forwardDelay());
  }

  private static IllegalArgumentException refused(String form, Object... values) {
    return new IllegalArgumentException(String.format(Locale.ROOT, form, values));
  }
}
