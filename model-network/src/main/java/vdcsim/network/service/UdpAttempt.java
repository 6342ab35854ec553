package vdcsim.network.service;

import java.util.Optional;
import java.util.function.Consumer;
import vdcsim.network.icmp.IcmpError;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Packet;
import vdcsim.network.stack.Stack;
import vdcsim.network.udp.Datagram;
import vdcsim.network.udp.Udp;
import vdcsim.network.udp.UdpSocket;

/** A datagram, and the first that comes back. */
final class UdpAttempt implements Attempt {
  private final Ipv4Address target;
  private final int port;
  private final UdpSocket socket;
  private final Consumer<Report> onEnd;
  private boolean over;

  UdpAttempt(
      Stack stack,
      Ipv4Address target,
      int port,
      Optional<Integer> sourcePort,
      Consumer<Report> onEnd) {
    this.target = target;
    this.port = port;
    this.onEnd = onEnd;
    Udp udp = Udp.of(stack);
    this.socket =
        sourcePort.isPresent()
            ? udp.open(sourcePort.get(), (arrived, packet, datagram) -> hear(packet, datagram))
            : udp.open((arrived, packet, datagram) -> hear(packet, datagram));
  }

  @Override
  public void send() {
    socket.send(target, port, new Question());
  }

  /** A connected socket takes nothing from others. */
  private void hear(Ipv4Packet packet, Datagram datagram) {
    if (packet.source().equals(target)
        && datagram.sourcePort() == port
        && datagram.content() instanceof Answer answer) {
      end(Report.answered(answer));
    }
  }

  /** Only that a port or protocol is not used reaches the client (Linux, __udp4_lib_err). */
  @Override
  public void hearError(Ipv4Packet packet, IcmpError error) {
    boolean mine =
        error.original().content() instanceof Datagram sent
            && sent.sourcePort() == socket.port()
            && sent.destinationPort() == port
            && error.original().destination().equals(target);
    boolean hard =
        error.kind() == IcmpError.Kind.PORT_UNREACHABLE
            || error.kind() == IcmpError.Kind.PROTOCOL_UNREACHABLE;
    if (mine && hard) {
      end(Report.told(Outcome.REFUSED, packet.source()));
    }
  }

  private void end(Report report) {
    if (!over) {
      giveUp();
      onEnd.accept(report);
    }
  }

  @Override
  public void giveUp() {
    over = true;
    socket.close();
  }
}
