package vdcsim.network.conntrack;

import static vdcsim.network.conntrack.TcpPhase.CLOSE;
import static vdcsim.network.conntrack.TcpPhase.CLOSE_WAIT;
import static vdcsim.network.conntrack.TcpPhase.ESTABLISHED;
import static vdcsim.network.conntrack.TcpPhase.FIN_WAIT;
import static vdcsim.network.conntrack.TcpPhase.LAST_ACK;
import static vdcsim.network.conntrack.TcpPhase.SYN_RECV;
import static vdcsim.network.conntrack.TcpPhase.SYN_SENT;
import static vdcsim.network.conntrack.TcpPhase.SYN_SENT_2;
import static vdcsim.network.conntrack.TcpPhase.TIME_WAIT;

/**
 * What a segment makes of a connection (nf_conntrack_proto_tcp.c, the table of states). Who looks
 * on cannot know all that both ends know, so that some segments are let pass without meaning
 * anything: the other end will say what it makes of them.
 */
final class TcpMachine {
  private TcpMachine() {}

  /**
   * What a segment does.
   *
   * @param verdict what it is
   * @param phase how far the connection has come then
   */
  record Step(Verdict verdict, TcpPhase phase) {}

  /** What a segment is to a connection. */
  enum Verdict {
    /** It belongs to it. */
    GOOD,
    /** It passes, and changes nothing. */
    IGNORED,
    /** It cannot belong to it. */
    INVALID
  }

  static Step step(TcpPhase phase, Direction direction, TcpFlag flag) {
    return direction == Direction.ORIGINAL ? original(phase, flag) : reply(phase, flag);
  }

  private static Step original(TcpPhase phase, TcpFlag flag) {
    return switch (flag) {
      case SYN ->
          switch (phase) {
            case NONE, SYN_SENT, TIME_WAIT, CLOSE -> to(SYN_SENT);
            case SYN_SENT_2 -> to(SYN_SENT_2);
            case SYN_RECV, ESTABLISHED, FIN_WAIT, CLOSE_WAIT, LAST_ACK -> ignored(phase);
          };
      case SYN_ACK ->
          switch (phase) {
            case SYN_RECV, SYN_SENT_2 -> to(SYN_RECV);
            case NONE, SYN_SENT, ESTABLISHED, FIN_WAIT, CLOSE_WAIT, LAST_ACK, TIME_WAIT, CLOSE ->
                invalid(phase);
          };
      case FIN -> fin(phase);
      case ACK ->
          switch (phase) {
            case NONE, SYN_RECV, ESTABLISHED -> to(ESTABLISHED);
            case FIN_WAIT, CLOSE_WAIT -> to(CLOSE_WAIT);
            case LAST_ACK, TIME_WAIT -> to(TIME_WAIT);
            case CLOSE -> to(CLOSE);
            case SYN_SENT, SYN_SENT_2 -> invalid(phase);
          };
      case RST -> reset(phase);
      case NONE -> invalid(phase);
    };
  }

  private static Step reply(TcpPhase phase, TcpFlag flag) {
    return switch (flag) {
      case SYN ->
          switch (phase) {
            case SYN_SENT, SYN_SENT_2 -> to(SYN_SENT_2);
            case TIME_WAIT -> to(SYN_SENT);
            case NONE, SYN_RECV, ESTABLISHED, FIN_WAIT, CLOSE_WAIT, LAST_ACK, CLOSE ->
                invalid(phase);
          };
      case SYN_ACK ->
          switch (phase) {
            case SYN_SENT, SYN_SENT_2 -> to(SYN_RECV);
            case SYN_RECV, ESTABLISHED, FIN_WAIT, CLOSE_WAIT, LAST_ACK, TIME_WAIT, CLOSE ->
                ignored(phase);
            case NONE -> invalid(phase);
          };
      case FIN -> fin(phase);
      case ACK ->
          switch (phase) {
            case SYN_RECV -> to(SYN_RECV);
            case ESTABLISHED -> to(ESTABLISHED);
            case FIN_WAIT, CLOSE_WAIT -> to(CLOSE_WAIT);
            case LAST_ACK, TIME_WAIT -> to(TIME_WAIT);
            case CLOSE -> to(CLOSE);
            case SYN_SENT, SYN_SENT_2 -> ignored(phase);
            case NONE -> invalid(phase);
          };
      case RST -> reset(phase);
      case NONE -> invalid(phase);
    };
  }

  /** The same in both directions. */
  private static Step fin(TcpPhase phase) {
    return switch (phase) {
      case SYN_RECV, ESTABLISHED -> to(FIN_WAIT);
      case FIN_WAIT, CLOSE_WAIT, LAST_ACK -> to(LAST_ACK);
      case TIME_WAIT -> to(TIME_WAIT);
      case CLOSE -> to(CLOSE);
      case NONE, SYN_SENT, SYN_SENT_2 -> invalid(phase);
    };
  }

  private static Step reset(TcpPhase phase) {
    return phase == TcpPhase.NONE ? invalid(phase) : to(CLOSE);
  }

  private static Step to(TcpPhase phase) {
    return new Step(Verdict.GOOD, phase);
  }

  private static Step ignored(TcpPhase phase) {
    return new Step(Verdict.IGNORED, phase);
  }

  private static Step invalid(TcpPhase phase) {
    return new Step(Verdict.INVALID, phase);
  }
}
