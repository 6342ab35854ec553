package vdcsim.network.service;

import java.nio.ByteBuffer;
import vdcsim.network.tcp.TcpMessage;

/** An answer as a line of a connection. */
record Line(Answer answer) implements TcpMessage {
  @Override
  public long length() {
    return answer.length();
  }

  @Override
  public void encode(long offset, int count, ByteBuffer buffer) {
    buffer.put(answer.line(), (int) offset, count);
  }
}
