package vdcsim.network.udp;

import java.util.Arrays;

/** The sockets of a machine in the order of their ports: looked up for each datagram. */
final class Sockets {
  private int[] ports = {};
  private UdpSocket[] sockets = {};

  /** Where the socket of a port stands; negative where nobody uses the port. */
  int indexOf(int port) {
    return Arrays.binarySearch(ports, port);
  }

  /** The socket that stands somewhere. */
  UdpSocket at(int index) {
    return sockets[index];
  }

  /** Adds a socket whose port nobody uses. */
  void add(UdpSocket socket) {
    int index = ~indexOf(socket.port());
    int behind = ports.length - index;
    ports = Arrays.copyOf(ports, ports.length + 1);
    sockets = Arrays.copyOf(sockets, ports.length);
    System.arraycopy(ports, index, ports, index + 1, behind);
    System.arraycopy(sockets, index, sockets, index + 1, behind);
    ports[index] = socket.port();
    sockets[index] = socket;
  }

  /** Takes a socket out, if it is still here. */
  void remove(UdpSocket socket) {
    int index = indexOf(socket.port());
    if (index >= 0 && sockets[index] == socket) {
      int behind = ports.length - index - 1;
      System.arraycopy(ports, index + 1, ports, index, behind);
      System.arraycopy(sockets, index + 1, sockets, index, behind);
      ports = Arrays.copyOf(ports, ports.length - 1);
      sockets = Arrays.copyOf(sockets, ports.length);
    }
  }
}
