package vdcsim.network.tcp;

import java.nio.ByteBuffer;
import java.util.Arrays;
import vdcsim.network.ip.InternetChecksum;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Content;
import vdcsim.network.ip.Ported;

/** A segment (RFC 9293, 3.1). It never changes. */
public final class TcpSegment implements Ported {
  /** The protocol number. */
  public static final int PROTOCOL = 6;

  /** The header without options. */
  public static final int HEADER_BYTES = 20;

  /** No more data from the sender. */
  public static final int FIN = 0x01;

  /** Synchronize sequence numbers. */
  public static final int SYN = 0x02;

  /** Reset the connection. */
  public static final int RST = 0x04;

  /** Push function. */
  public static final int PSH = 0x08;

  /** The acknowledgement field counts. */
  public static final int ACK = 0x10;

  private static final int CHECKSUM_OFFSET = 16;

  /** What a segment without data carries. */
  static Piece[] noPieces() {
    return new Piece[0];
  }

  private final int sourcePort;
  private final int destinationPort;
  private final int sequence;
  private final int acknowledgement;
  private final int flags;
  private final int window;
  private final TcpOptions options;
  private final int dataLength;
  private final Piece[] pieces;

  /** The fields that name the segment and say what it is. */
  record Head(int sequence, int acknowledgement, int flags, int window) {}

  /** A segment without data. */
  TcpSegment(int sourcePort, int destinationPort, Head head, TcpOptions options) {
    this(
        sourcePort,
        destinationPort,
        head.sequence(),
        head.acknowledgement(),
        head.flags(),
        head.window(),
        options,
        0,
        noPieces());
  }

  /**
   * A segment.
   *
   * @param window as it stands in the header, not yet scaled
   * @param dataLength bytes of data
   * @param pieces what the data are; empty for the middle of filler
   */
  TcpSegment(
      int sourcePort,
      int destinationPort,
      int sequence,
      int acknowledgement,
      int flags,
      int window,
      TcpOptions options,
      int dataLength,
      Piece[] pieces) {
    this.sourcePort = sourcePort;
    this.destinationPort = destinationPort;
    this.sequence = sequence;
    this.acknowledgement = acknowledgement;
    this.flags = flags;
    this.window = window;
    this.options = options;
    this.dataLength = dataLength;
    this.pieces = pieces;
  }

  /** The same segment between other ports, as address translation makes it. */
  @Override
  public TcpSegment between(int newSourcePort, int newDestinationPort) {
    return new TcpSegment(
        newSourcePort,
        newDestinationPort,
        sequence,
        acknowledgement,
        flags,
        window,
        options,
        dataLength,
        pieces);
  }

  /** The sender's port. */
  @Override
  public int sourcePort() {
    return sourcePort;
  }

  /** The receiver's port. */
  @Override
  public int destinationPort() {
    return destinationPort;
  }

  /** The number of its first byte, or of its SYN, 32 bits. */
  public int sequence() {
    return sequence;
  }

  /** The number of the byte that its sender awaits, 32 bits. */
  public int acknowledgement() {
    return acknowledgement;
  }

  /** All flags. */
  public int flags() {
    return flags;
  }

  /** Whether all of these flags are set. */
  public boolean has(int wanted) {
    return (flags & wanted) == wanted;
  }

  /** The window field, not yet scaled. */
  public int window() {
    return window;
  }

  /** Its options. */
  public TcpOptions options() {
    return options;
  }

  /** Bytes of data. */
  public int dataLength() {
    return dataLength;
  }

  /** How many sequence numbers it takes: its data, SYN and FIN (RFC 9293, 3.4). */
  int sequenceLength() {
    return dataLength + (has(SYN) ? 1 : 0) + (has(FIN) ? 1 : 0);
  }

  Piece[] pieces() {
    return pieces;
  }

  @Override
  public int protocol() {
    return PROTOCOL;
  }

  @Override
  public int length() {
    return HEADER_BYTES + options.length() + dataLength;
  }

  @Override
  public void encode(ByteBuffer buffer, Ipv4Address source, Ipv4Address destination) {
    int start = buffer.position();
    int headerWords = (HEADER_BYTES + options.length()) / 4;
    buffer.putShort((short) sourcePort).putShort((short) destinationPort);
    buffer.putInt(sequence).putInt(acknowledgement);
    buffer.put((byte) (headerWords << 4)).put((byte) flags).putShort((short) window);
    buffer.putInt(0);
    options.encode(buffer);
    encodeData(buffer);
    int sum = InternetChecksum.of(buffer, start, length(), source, destination, PROTOCOL);
    buffer.putShort(start + CHECKSUM_OFFSET, (short) sum);
  }

  private void encodeData(ByteBuffer buffer) {
    if (pieces.length == 0) {
      buffer.put(new byte[dataLength]);
    }
    for (Piece piece : pieces) {
      piece.encode(buffer);
    }
  }

  /**
   * Reads the {@code length} bytes that are left of a packet; its data come as bytes.
   *
   * @throws IllegalArgumentException if it is cut short or has a wrong checksum
   */
  public static TcpSegment decode(
      ByteBuffer buffer, int length, Ipv4Address source, Ipv4Address destination) {
    int start = buffer.position();
    if (length < HEADER_BYTES
        || length > buffer.remaining()
        || InternetChecksum.of(buffer, start, length, source, destination, PROTOCOL) != 0) {
      throw new IllegalArgumentException("a TCP segment cut short or with a wrong checksum");
    }
    int sourcePort = buffer.getShort() & 0xFFFF;
    int destinationPort = buffer.getShort() & 0xFFFF;
    int sequence = buffer.getInt();
    int acknowledgement = buffer.getInt();
    int headerBytes = ((buffer.get() >>> 4) & 0xF) * 4;
    int flags = buffer.get() & 0xFF;
    int window = buffer.getShort() & 0xFFFF;
    if (headerBytes < HEADER_BYTES || headerBytes > length) {
      throw new IllegalArgumentException("a TCP header of " + headerBytes + " bytes");
    }
    TcpOptions options =
        TcpOptions.decode(buffer.slice(start + HEADER_BYTES, headerBytes - HEADER_BYTES));
    byte[] data = new byte[length - headerBytes];
    buffer.position(start + headerBytes).get(data);
    Piece[] pieces =
        data.length == 0
            ? noPieces()
            : new Piece[] {new Piece(new TcpMessage.Bytes(data), 0, data.length)};
    return new TcpSegment(
        sourcePort,
        destinationPort,
        sequence,
        acknowledgement,
        flags,
        window,
        options,
        data.length,
        pieces);
  }

  /** Only data that nothing but an acknowledgement stands beside can be cut and joined. */
  @Override
  public int segmentHeaderBytes() {
    boolean plain = dataLength > 0 && (flags & ~(PSH | FIN)) == ACK;
    return plain ? HEADER_BYTES + options.length() : 0;
  }

  /**
   * Linux, {@code tcp_gro_receive}: what comes next has the same acknowledgement, window and
   * options, and none but the last a mark of an end.
   */
  @Override
  public boolean continues(Ipv4Content before) {
    return before instanceof TcpSegment other
        && segmentHeaderBytes() > 0
        && other.segmentHeaderBytes() > 0
        && !other.endsSegment()
        && sequence == other.sequence + other.dataLength
        && sourcePort == other.sourcePort
        && destinationPort == other.destinationPort
        && acknowledgement == other.acknowledgement
        && window == other.window
        && options.isSame(other.options);
  }

  @Override
  public boolean endsSegment() {
    return (flags & (PSH | FIN)) != 0;
  }

  @Override
  public String toString() {
    return "%d > %d [%s] seq %d ack %d win %d len %d %s"
        .formatted(
            sourcePort,
            destinationPort,
            flagNames(),
            Integer.toUnsignedLong(sequence),
            Integer.toUnsignedLong(acknowledgement),
            window,
            dataLength,
            options);
  }

  private String flagNames() {
    String[] names = {"FIN", "SYN", "RST", "PSH", "ACK"};
    return String.join(
        " ", Arrays.stream(names).filter(n -> has(1 << Arrays.asList(names).indexOf(n))).toList());
  }
}
