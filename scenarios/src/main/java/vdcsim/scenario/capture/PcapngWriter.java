package vdcsim.scenario.capture;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes the blocks of one pcapng section of Ethernet frames, little end first. */
final class PcapngWriter {
  /** What a frame's direction is at the interface (epb_flags, bits 0 and 1). */
  enum Direction {
    INBOUND(1),
    OUTBOUND(2);

    private final int flags;

    Direction(int flags) {
      this.flags = flags;
    }
  }

  private static final int SECTION_HEADER = 0x0A0D_0D0A;
  private static final int INTERFACE_DESCRIPTION = 1;
  private static final int INTERFACE_STATISTICS = 5;
  private static final int ENHANCED_PACKET = 6;
  private static final int BYTE_ORDER_MAGIC = 0x1A2B_3C4D;
  private static final int LINKTYPE_ETHERNET = 1;

  private static final int OPT_END = 0;
  private static final int OPT_COMMENT = 1;
  private static final int SHB_HARDWARE = 2;
  private static final int SHB_OS = 3;
  private static final int SHB_USERAPPL = 4;
  private static final int IF_NAME = 2;
  private static final int IF_DESCRIPTION = 3;
  private static final int IF_SPEED = 8;
  private static final int IF_TSRESOL = 9;
  private static final int IF_FCSLEN = 13;
  private static final int EPB_FLAGS = 2;
  private static final int ISB_IFRECV = 4;
  private static final int ISB_IFDROP = 5;

  /** Type and length before a block, the length again behind it. */
  private static final int BLOCK_OVERHEAD = 12;

  /** What surrounds a frame in its block: the fixed fields, the flags, the end of the options. */
  private static final int PACKET_OVERHEAD = BLOCK_OVERHEAD + 20 + 8 + 4;

  private static final int NANOSECONDS = 9;

  /** Of a longer text an option holds this much, so that its block keeps to its room. */
  private static final int LONGEST_TEXT = 1000;

  /** Room for a block without a frame: four texts of three bytes a character at most. */
  private static final int ROOM = 16 * 1024;

  private final OutputStream out;
  private ByteBuffer block = ByteBuffer.allocate(ROOM).order(ByteOrder.LITTLE_ENDIAN);
  private long written;

  /** A writer that adds to {@code out}, and leaves closing it to others. */
  PcapngWriter(OutputStream out) {
    this.out = out;
  }

  /** How many bytes have been written. */
  long written() {
    return written;
  }

  /** How many bytes a frame of {@code length} bytes will take. */
  static long packetBytes(int length) {
    return PACKET_OVERHEAD + (long) padded(length);
  }

  /**
   * Begins the section.
   *
   * @param application the program and its version
   * @param comment what the file is
   */
  void section(String application, String comment) throws IOException {
    begin(SECTION_HEADER);
    block.putInt(BYTE_ORDER_MAGIC).putShort((short) 1).putShort((short) 0).putLong(-1);
    option(OPT_COMMENT, comment);
    option(SHB_HARDWARE, "simulated");
    option(SHB_OS, "vdcsim");
    option(SHB_USERAPPL, application);
    endOptions();
    end();
  }

  /**
   * Describes the next interface; the first has number 0.
   *
   * @param name as {@code s1.p1}
   * @param description the link
   * @param bitsPerSecond the rate of the line
   */
  void describe(String name, String description, long bitsPerSecond) throws IOException {
    begin(INTERFACE_DESCRIPTION);
    block.putShort((short) LINKTYPE_ETHERNET).putShort((short) 0).putInt(0);
    option(IF_NAME, name);
    option(IF_DESCRIPTION, description);
    block.putShort((short) IF_SPEED).putShort((short) 8).putLong(bitsPerSecond);
    single(IF_TSRESOL, NANOSECONDS);
    single(IF_FCSLEN, 0);
    endOptions();
    end();
  }

  /** Writes a frame, whole. */
  void packet(int number, long timeNs, Direction direction, byte[] frame) throws IOException {
    makeRoom(PACKET_OVERHEAD + padded(frame.length));
    begin(ENHANCED_PACKET);
    block.putInt(number);
    time(timeNs);
    block.putInt(frame.length).putInt(frame.length).put(frame);
    pad(frame.length);
    block.putShort((short) EPB_FLAGS).putShort((short) 4).putInt(direction.flags);
    endOptions();
    end();
  }

  /** Says how many frames an interface saw, and how many of them the file lacks. */
  void statistics(int number, long timeNs, long seen, long leftOut) throws IOException {
    begin(INTERFACE_STATISTICS);
    block.putInt(number);
    time(timeNs);
    block.putShort((short) ISB_IFRECV).putShort((short) 8).putLong(seen);
    block.putShort((short) ISB_IFDROP).putShort((short) 8).putLong(leftOut);
    endOptions();
    end();
  }

  private void time(long timeNs) {
    block.putInt((int) (timeNs >>> 32)).putInt((int) timeNs);
  }

  private void makeRoom(int bytes) {
    if (block.capacity() < bytes) {
      block = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
  }

  private void begin(int type) {
    block.clear();
    block.putInt(type).putInt(0);
  }

  private void end() throws IOException {
    int length = block.position() + 4;
    block.putInt(length).putInt(4, length);
    out.write(block.array(), 0, length);
    written += length;
  }

  private void option(int code, String text) {
    String shown = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
    byte[] bytes = shown.getBytes(StandardCharsets.UTF_8);
    block.putShort((short) code).putShort((short) bytes.length).put(bytes);
    pad(bytes.length);
  }

  private void single(int code, int value) {
    block.putShort((short) code).putShort((short) 1).put((byte) value);
    pad(1);
  }

  private void endOptions() {
    block.putShort((short) OPT_END).putShort((short) 0);
  }

  private void pad(int length) {
    for (int i = length; i < padded(length); i++) {
      block.put((byte) 0);
    }
  }

  private static int padded(int length) {
    return (length + 3) & ~3;
  }
}
