package vdcsim.network.tcpstream;

import vdcsim.network.tcp.TcpConnection;
import vdcsim.network.tcp.TcpUser;

/** Reads all that comes. */
final class StreamSink implements TcpUser {
  private final TcpStream stream;
  private final int remotePort;

  StreamSink(TcpStream stream, int remotePort) {
    this.stream = stream;
    this.remotePort = remotePort;
  }

  @Override
  public void arrived(TcpConnection connection, long bytes) {
    stream.arrived(remotePort, bytes);
  }
}
