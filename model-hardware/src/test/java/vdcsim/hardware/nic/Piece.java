package vdcsim.hardware.nic;

import java.nio.ByteBuffer;
import vdcsim.hardware.ethernet.Frame;
import vdcsim.hardware.ethernet.MacAddress;
import vdcsim.hardware.ethernet.Payload;

/** A segment with headers of 52 bytes: so many bytes of a connection, from a place on. */
record Piece(int connection, int from, int data, boolean endsSegment) implements Payload {
  static final int HEADERS = 52;

  static Frame frame(int connection, int from, int data, boolean ends) {
    Piece piece = new Piece(connection, from, data, ends);
    return new Frame(new MacAddress(1), new MacAddress(2), piece, 0);
  }

  static Frame frame(int connection, int from, int data) {
    return frame(connection, from, data, false);
  }

  @Override
  public int etherType() {
    return 0x0800;
  }

  @Override
  public int length() {
    return HEADERS + data;
  }

  @Override
  public void encode(ByteBuffer buffer) {
    buffer.position(buffer.position() + length());
  }

  @Override
  public int flow(byte[] into) {
    into[0] = (byte) connection;
    return 1;
  }

  @Override
  public int segmentHeaderBytes() {
    return data > 0 ? HEADERS : 0;
  }

  @Override
  public boolean continues(Payload before) {
    return before instanceof Piece other
        && other.connection == connection
        && !other.endsSegment
        && other.data > 0
        && data > 0
        && from == other.from + other.data;
  }
}
