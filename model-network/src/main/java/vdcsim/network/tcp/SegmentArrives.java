package vdcsim.network.tcp;

import vdcsim.network.icmp.IcmpError;
import vdcsim.network.ip.Ipv4Packet;

/** What a connection does with a segment that has arrived (RFC 9293, 3.10.7: SEGMENT ARRIVES). */
final class SegmentArrives {
  private final TcpConnection connection;
  private final SendSide send;
  private final ReceiveSide receive;

  SegmentArrives(TcpConnection connection, SendSide send, ReceiveSide receive) {
    this.connection = connection;
    this.send = send;
    this.receive = receive;
  }

  /** RFC 9293, 3.10.7. */
  void receive(TcpSegment segment) {
    connection.lifetime().heard();
    if (connection.state() == TcpState.SYN_SENT) {
      connection.handshake().answered(segment);
      return;
    }
    long start = connection.receivedNumber(segment.sequence());
    if (!isWanted(segment, start)) {
      return;
    }
    if (segment.options().hasTimestamps() && start <= receive.next()) {
      connection.takeTimestamp(segment);
    }
    if (connection.state() == TcpState.SYN_RECEIVED && !connection.handshake().completed(segment)) {
      return;
    }
    if (connection.state().isSynchronized() && takeAcknowledgement(segment, start)) {
      takeContent(segment, start);
    }
  }

  /** The first four checks of RFC 9293, 3.10.7.4, with RFC 5961 and RFC 7323, 5. */
  private boolean isWanted(TcpSegment segment, long start) {
    int length = segment.sequenceLength();
    if (segment.has(TcpSegment.SYN) && start == 0 && connection.state() == TcpState.SYN_RECEIVED) {
      connection.handshake().again(segment);
      return segment.has(TcpSegment.ACK) && connection.handshake().isSimultaneous();
    }
    boolean old =
        connection.handshake().usesTimestamps()
            && segment.options().hasTimestamps()
            && segment.options().timestamp() - connection.recentTimestamp() < 0;
    if (segment.has(TcpSegment.RST)) {
      takeReset(start);
      return false;
    } else if (!receive.isAcceptable(start, length) || old) {
      receive.duplicate(start, segment.dataLength());
      connection.lifetime().lingerOn(segment);
      // The other side's probes of a window or of life carry old numbers, and want an answer.
      answerOld(segment, start);
      return false;
    } else if (segment.has(TcpSegment.SYN)) {
      connection.acknowledgeNow();
      return false;
    }
    return segment.has(TcpSegment.ACK);
  }

  /**
   * An old segment is answered; what it acknowledges still counts (Linux, tcp_validate_incoming).
   */
  private void answerOld(TcpSegment segment, long start) {
    if (connection.state().isSynchronized()
        && segment.has(TcpSegment.ACK)
        && !segment.has(TcpSegment.SYN)
        && start < receive.next()
        && segment.dataLength() == 0) {
      long number = connection.sentNumber(segment.acknowledgement());
      if (number > send.unacknowledged && number <= send.next) {
        takeAcknowledgement(segment, start);
      }
    }
    if (connection.state() != TcpState.CLOSED) {
      connection.acknowledgeNow();
    }
  }

  /** RFC 5961, 3.2: only the exact number resets; others in the window are questioned. */
  private void takeReset(long start) {
    if (start == receive.next()) {
      boolean refused = connection.state() == TcpState.SYN_RECEIVED;
      connection.end(refused ? TcpEnding.REFUSED : TcpEnding.RESET);
    } else if (receive.isInWindow(start)) {
      connection.acknowledgeNow();
    }
  }

  private boolean takeAcknowledgement(TcpSegment segment, long start) {
    long number = connection.sentNumber(segment.acknowledgement());
    if (number > send.next) {
      connection.acknowledgeNow();
      return false;
    }
    if (number >= send.unacknowledged) {
      boolean full = connection.isSendBufferFull();
      boolean drained = connection.unacknowledgedBytes() == 0;
      send.acknowledge(segment, number, start);
      connection.lifetime().acknowledged();
      if (connection.hasEnded() && connection.state() != TcpState.TIME_WAIT) {
        return false;
      }
      tellOfRoom(full, drained);
    }
    return connection.state() != TcpState.CLOSED;
  }

  private void tellOfRoom(boolean wasFull, boolean wasDrained) {
    if (wasFull && !connection.isSendBufferFull() && connection.canSend()) {
      connection.user().writable(connection);
    }
    if (!wasDrained && connection.unacknowledgedBytes() == 0 && connection.canSend()) {
      connection.user().drained(connection);
    }
  }

  private void takeContent(TcpSegment segment, long start) {
    boolean content = segment.dataLength() > 0 || segment.has(TcpSegment.FIN);
    if (content && connection.state().canReceive()) {
      receive.take(segment, start);
      if (connection.state() == TcpState.CLOSED) {
        return;
      }
      if (receive.finTaken()) {
        connection.lifetime().peerClosed();
      }
    }
    if (connection.state().isSynchronized() && connection.state() != TcpState.TIME_WAIT) {
      send.push();
    }
    if (content && connection.state() != TcpState.CLOSED) {
      receive.acknowledgeIfDue();
    }
  }

  /** A router or the other host says that a segment of this connection did not get through. */
  void hear(IcmpError error, TcpSegment about) {
    long number = connection.sentNumber(about.sequence());
    boolean opening =
        connection.state() == TcpState.SYN_SENT || connection.state() == TcpState.SYN_RECEIVED;
    switch (error.kind()) {
      case FRAGMENTATION_NEEDED -> {
        if (number >= send.unacknowledged && number < send.next) {
          int headers =
              Ipv4Packet.HEADER_BYTES + TcpSegment.HEADER_BYTES + connection.options().length();
          send.shorten(Math.max(8, error.parameter() - headers));
        }
      }
      case NETWORK_UNREACHABLE, HOST_UNREACHABLE, PROTOCOL_UNREACHABLE, PORT_UNREACHABLE -> {
        // RFC 9293, 3.9.2.2: in a connection that stands these may pass; Linux goes on trying.
        if (opening) {
          connection.end(TcpEnding.UNREACHABLE);
        }
      }
      case REDIRECT, TIME_TO_LIVE_EXCEEDED, REASSEMBLY_TIME_EXCEEDED -> {}
    }
  }
}
