package vdcsim.network.service;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import vdcsim.network.icmp.IcmpError;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Packet;
import vdcsim.network.stack.Stack;
import vdcsim.network.tcp.Tcp;
import vdcsim.network.tcp.TcpConnection;
import vdcsim.network.tcp.TcpEnding;
import vdcsim.network.tcp.TcpMessage;
import vdcsim.network.tcp.TcpSegment;
import vdcsim.network.tcp.TcpSettings;
import vdcsim.network.tcp.TcpUser;

/** A connection, and the line that comes over it. */
final class TcpAttempt implements Attempt, TcpUser {
  private final Stack stack;
  private final Ipv4Address target;
  private final int port;
  private final OptionalInt sourcePort;
  private final Consumer<Report> onEnd;
  private Optional<TcpConnection> connection = Optional.empty();
  private Optional<Report> error = Optional.empty();
  private boolean over;

  TcpAttempt(
      Stack stack,
      Ipv4Address target,
      int port,
      Optional<Integer> sourcePort,
      Consumer<Report> onEnd) {
    this.stack = stack;
    this.target = target;
    this.port = port;
    this.sourcePort = sourcePort.stream().mapToInt(Integer::intValue).findFirst();
    this.onEnd = onEnd;
  }

  @Override
  public void send() {
    TcpSettings settings = TcpSettings.DEFAULT.from(Optional.empty(), sourcePort);
    connection = Optional.of(Tcp.of(stack).connect(target, port, settings, this));
  }

  @Override
  public void received(TcpConnection from, TcpMessage message) {
    if (message instanceof Line line) {
      end(Report.answered(line.answer()));
      from.close();
    }
  }

  /** The connection ends by it, if at all; what it says is kept for then. */
  @Override
  public void hearError(Ipv4Packet packet, IcmpError told) {
    boolean mine =
        told.original().content() instanceof TcpSegment sent
            && sent.destinationPort() == port
            && told.original().destination().equals(target)
            && connection.filter(c -> c.localPort() == sent.sourcePort()).isPresent();
    if (mine && told.kind() != IcmpError.Kind.REDIRECT) {
      error = Optional.of(Report.told(outcome(told.kind()), packet.source()));
    }
  }

  /** That nobody takes it is what a reset says, too (Linux, icmp_err_convert). */
  private static Outcome outcome(IcmpError.Kind kind) {
    Outcome outcome = Outcome.of(kind);
    return outcome == Outcome.PORT_UNREACHABLE ? Outcome.REFUSED : outcome;
  }

  @Override
  public void ended(TcpConnection ended, TcpEnding ending) {
    switch (ending) {
      case CLOSED, ABORTED -> end(Report.of(Outcome.CLOSED));
      case RESET -> end(Report.of(Outcome.RESET));
      case REFUSED -> end(Report.of(Outcome.REFUSED));
      case TIMED_OUT -> end(Report.of(Outcome.TIMEOUT));
      // The error that ended it is told to all who listen; this one may not have heard it yet.
      case UNREACHABLE ->
          stack
              .simulation()
              .schedule(0, () -> end(error.orElse(Report.of(Outcome.HOST_UNREACHABLE))));
    }
  }

  private void end(Report report) {
    if (!over) {
      over = true;
      onEnd.accept(report);
    }
  }

  @Override
  public void giveUp() {
    over = true;
    connection.ifPresent(TcpConnection::abort);
  }
}
