package vdcsim.network.tcp;

import java.util.function.Function;
import vdcsim.network.icmp.IcmpError;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Packet;

/** A connection that somebody wants to open, and about which an interceptor has to decide. */
public final class TcpRequest {
  private final Tcp tcp;
  private final Ends ends;
  private final Ipv4Packet packet;

  TcpRequest(Tcp tcp, Ends ends, Ipv4Packet packet) {
    this.tcp = tcp;
    this.ends = ends;
    this.packet = packet;
  }

  Ends ends() {
    return ends;
  }

  TcpSegment syn() {
    return (TcpSegment) packet.content();
  }

  /** The address that is asked for. */
  public Ipv4Address destination() {
    return ends.local();
  }

  /** The port that is asked for. */
  public int destinationPort() {
    return ends.localPort();
  }

  /** Who asks. */
  public Ipv4Address source() {
    return ends.remote();
  }

  /** The port from which it asks. */
  public int sourcePort() {
    return ends.remotePort();
  }

  /**
   * Answers it as who listens would (RFC 9293, 3.10.7.2).
   *
   * @param acceptor who is asked, once the handshake is over, for the user of the connection
   */
  public void accept(TcpSettings settings, Function<TcpConnection, TcpUser> acceptor) {
    tcp.accept(this, settings, acceptor);
  }

  /** Says that nobody listens. */
  public void refuse() {
    tcp.forget(this);
    tcp.reset(ends, syn());
  }

  /** Says that there is no way (RFC 1122, 3.2.2.1). */
  public void unreachable() {
    tcp.forget(this);
    tcp.stack().icmp().tell(IcmpError.Kind.HOST_UNREACHABLE, 0, packet);
  }

  /** Says nothing; should the other side ask again, it is decided again. */
  public void ignore() {
    tcp.forget(this);
  }
}
