package vdcsim.network.service;

import java.util.function.Consumer;
import vdcsim.network.icmp.Echo;
import vdcsim.network.icmp.IcmpError;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Packet;
import vdcsim.network.stack.Stack;

/** An echo request, and its reply or the first error about it. */
final class EchoAttempt implements Attempt {
  /** Bytes of data (ping, option -s). */
  private static final int DATA = 56;

  private final Stack stack;
  private final Ipv4Address target;
  private final int identifier;
  private final int sequence;
  private final Consumer<Report> onEnd;
  private boolean over;

  EchoAttempt(
      Stack stack, Ipv4Address target, int identifier, int sequence, Consumer<Report> onEnd) {
    this.stack = stack;
    this.target = target;
    this.identifier = identifier;
    this.sequence = sequence;
    this.onEnd = onEnd;
    stack.icmp().onEchoReply(identifier, this::hear);
  }

  @Override
  public void send() {
    stack.send(target, new Echo(false, identifier, sequence, DATA));
  }

  private void hear(Ipv4Packet packet) {
    if (((Echo) packet.content()).sequence() == sequence) {
      end(Report.replied(packet.timeToLive()));
    }
  }

  @Override
  public void hearError(Ipv4Packet packet, IcmpError error) {
    boolean mine =
        error.original().content() instanceof Echo sent
            && sent.identifier() == identifier
            && sent.sequence() == sequence;
    if (mine && error.kind() != IcmpError.Kind.REDIRECT) {
      end(Report.told(Outcome.of(error.kind()), packet.source()));
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
  }
}
