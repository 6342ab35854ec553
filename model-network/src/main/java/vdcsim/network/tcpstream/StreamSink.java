package vdcsim.network.tcpstream;

import vdcsim.network.tcp.TcpConnection;
import vdcsim.network.tcp.TcpUser;

/** Reads all that comes. */
final class StreamSink implements TcpUser {
  private final TcpStream stream;
  private final StreamConnection from;

  StreamSink(TcpStream stream, StreamConnection from) {
    this.stream = stream;
    this.from = from;
  }

  @Override
  public void arrived(TcpConnection connection, long bytes) {
    stream.arrived(from, bytes);
  }
}
