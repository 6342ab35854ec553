package vdcsim.network.tcp;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The options of a segment (RFC 9293, 3.2; RFC 7323; RFC 2018), laid out as Linux does. They never
 * change.
 */
public final class TcpOptions {
  /** No options. */
  public static final TcpOptions NONE = new TcpOptions(0, -1, false, false, 0, 0, new int[0]);

  /** Stands for the scale of a segment without that option. */
  static final int NO_SCALE = -1;

  private static final int END = 0;
  private static final int NOP = 1;
  private static final int MSS = 2;
  private static final int WINDOW_SCALE = 3;
  private static final int SACK_PERMITTED = 4;
  private static final int SACK = 5;
  private static final int TIMESTAMPS = 8;

  private static final int[] NO_BLOCKS = {};

  private final int maximumSegmentSize;
  private final int windowScale;
  private final boolean sackPermitted;
  private final boolean timestamps;
  private final int timestamp;
  private final int echoedTimestamp;
  private final int[] blocks;

  private TcpOptions(
      int maximumSegmentSize,
      int windowScale,
      boolean sackPermitted,
      boolean timestamps,
      int timestamp,
      int echoedTimestamp,
      int[] blocks) {
    this.maximumSegmentSize = maximumSegmentSize;
    this.windowScale = windowScale;
    this.sackPermitted = sackPermitted;
    this.timestamps = timestamps;
    this.timestamp = timestamp;
    this.echoedTimestamp = echoedTimestamp;
    this.blocks = blocks;
  }

  /** The options of a SYN: the maximum segment size, and none of the others yet. */
  static TcpOptions ofSyn(int maximumSegmentSize, int windowScale, boolean sackPermitted) {
    return new TcpOptions(maximumSegmentSize, windowScale, sackPermitted, false, 0, 0, NO_BLOCKS);
  }

  /** Timestamps alone. */
  static TcpOptions ofTimestamps(int timestamp, int echoedTimestamp) {
    return new TcpOptions(0, NO_SCALE, false, true, timestamp, echoedTimestamp, NO_BLOCKS);
  }

  /** These options with timestamps besides. */
  TcpOptions withTimestamps(int newTimestamp, int newEchoedTimestamp) {
    return new TcpOptions(
        maximumSegmentSize,
        windowScale,
        sackPermitted,
        true,
        newTimestamp,
        newEchoedTimestamp,
        blocks);
  }

  /** These options with blocks besides: a first number, and the one behind the last, in turn. */
  TcpOptions withBlocks(int[] newBlocks) {
    return new TcpOptions(
        maximumSegmentSize,
        windowScale,
        sackPermitted,
        timestamps,
        timestamp,
        echoedTimestamp,
        newBlocks);
  }

  /** The longest segment that the sender takes; zero where it does not say. */
  public int maximumSegmentSize() {
    return maximumSegmentSize;
  }

  /** By how many bits the sender's windows are shifted; -1 where it does not say. */
  public int windowScale() {
    return windowScale;
  }

  /** Whether the sender takes selective acknowledgements. */
  public boolean sackPermitted() {
    return sackPermitted;
  }

  /** Whether there are timestamps. */
  public boolean hasTimestamps() {
    return timestamps;
  }

  /** The sender's timestamp, in milliseconds of its clock. */
  public int timestamp() {
    return timestamp;
  }

  /** The timestamp that it gives back. */
  public int echoedTimestamp() {
    return echoedTimestamp;
  }

  /** How many blocks it acknowledges selectively. */
  public int blocks() {
    return blocks.length / 2;
  }

  /** The first number of a block. */
  public int blockStart(int block) {
    return blocks[2 * block];
  }

  /** The number behind the last of a block. */
  public int blockEnd(int block) {
    return blocks[2 * block + 1];
  }

  /** Their bytes, a multiple of 4. */
  public int length() {
    int bytes = maximumSegmentSize > 0 ? 4 : 0;
    if (windowScale >= 0) {
      bytes += 4;
    }
    if (timestamps) {
      bytes += 12;
    } else if (sackPermitted) {
      bytes += 4;
    }
    return bytes + (blocks.length > 0 ? 4 + blocks.length * 4 : 0);
  }

  /** Linux fills the two bytes before the timestamps with the permission where it gives one. */
  void encode(ByteBuffer buffer) {
    if (maximumSegmentSize > 0) {
      buffer.put((byte) MSS).put((byte) 4).putShort((short) maximumSegmentSize);
    }
    if (sackPermitted) {
      buffer.put((byte) SACK_PERMITTED).put((byte) 2);
    }
    if (sackPermitted != timestamps) {
      buffer.put((byte) NOP).put((byte) NOP);
    }
    if (timestamps) {
      buffer.put((byte) TIMESTAMPS).put((byte) 10).putInt(timestamp).putInt(echoedTimestamp);
    }
    if (windowScale >= 0) {
      buffer.put((byte) NOP).put((byte) WINDOW_SCALE).put((byte) 3).put((byte) windowScale);
    }
    if (blocks.length > 0) {
      buffer.put((byte) NOP).put((byte) NOP).put((byte) SACK).put((byte) (2 + blocks.length * 4));
      for (int edge : blocks) {
        buffer.putInt(edge);
      }
    }
  }

  /**
   * Reads all bytes that are left.
   *
   * @throws IllegalArgumentException if an option is cut short
   */
  static TcpOptions decode(ByteBuffer buffer) {
    TcpOptions read = NONE;
    while (buffer.hasRemaining()) {
      int kind = buffer.get();
      if (kind == END) {
        return read;
      } else if (kind != NOP) {
        int length = buffer.hasRemaining() ? (buffer.get() & 0xFF) - 2 : -1;
        if (length < 0 || length > buffer.remaining()) {
          throw new IllegalArgumentException("an option of TCP that is cut short");
        }
        read = read.with(kind, buffer.slice(buffer.position(), length));
        buffer.position(buffer.position() + length);
      }
    }
    return read;
  }

  /** Options that nobody knows are passed over (RFC 9293, MUST-6). */
  private TcpOptions with(int kind, ByteBuffer value) {
    boolean known =
        switch (kind) {
          case MSS -> value.remaining() == 2;
          case WINDOW_SCALE -> value.remaining() == 1;
          case SACK_PERMITTED -> value.remaining() == 0;
          case SACK -> value.remaining() % 8 == 0;
          case TIMESTAMPS -> value.remaining() == 8;
          default -> false;
        };
    return known ? taking(kind, value) : this;
  }

  private TcpOptions taking(int kind, ByteBuffer value) {
    if (kind == TIMESTAMPS) {
      return withTimestamps(value.getInt(), value.getInt());
    } else if (kind == SACK) {
      int[] edges = new int[value.remaining() / 4];
      value.asIntBuffer().get(edges);
      return withBlocks(edges);
    }
    return new TcpOptions(
        kind == MSS ? value.getShort() & 0xFFFF : maximumSegmentSize,
        kind == WINDOW_SCALE ? value.get() & 0xFF : windowScale,
        sackPermitted || kind == SACK_PERMITTED,
        timestamps,
        timestamp,
        echoedTimestamp,
        blocks);
  }

  /** Whether the options of two segments are the same, byte for byte. */
  boolean isSame(TcpOptions other) {
    return maximumSegmentSize == other.maximumSegmentSize
        && windowScale == other.windowScale
        && sackPermitted == other.sackPermitted
        && timestamps == other.timestamps
        && timestamp == other.timestamp
        && echoedTimestamp == other.echoedTimestamp
        && Arrays.equals(blocks, other.blocks);
  }

  @Override
  public String toString() {
    return "<mss %d scale %d sackOK %s ts %s %d %d sack %s>"
        .formatted(
            maximumSegmentSize,
            windowScale,
            sackPermitted,
            timestamps,
            timestamp,
            echoedTimestamp,
            Arrays.toString(blocks));
  }
}
