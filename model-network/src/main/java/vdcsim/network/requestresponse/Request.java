package vdcsim.network.requestresponse;

import java.nio.ByteBuffer;
import vdcsim.network.tcp.TcpMessage;

/**
 * A request, or the response to it.
 *
 * @param sentNs when the request was sent
 * @param length its bytes
 * @param responseLength the bytes of the response that it asks for; zero in a response
 */
record Request(long sentNs, long length, long responseLength) implements TcpMessage {
  @Override
  public void encode(long offset, int count, ByteBuffer buffer) {
    buffer.put(new byte[count]);
  }
}
