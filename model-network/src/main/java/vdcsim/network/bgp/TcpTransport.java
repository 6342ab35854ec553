package vdcsim.network.bgp;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import vdcsim.network.bgp.session.Connection;
import vdcsim.network.bgp.session.ConnectionUser;
import vdcsim.network.bgp.session.SessionTransport;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.stack.Stack;
import vdcsim.network.tcp.Tcp;
import vdcsim.network.tcp.TcpConnection;
import vdcsim.network.tcp.TcpEnding;
import vdcsim.network.tcp.TcpMessage;
import vdcsim.network.tcp.TcpSettings;
import vdcsim.network.tcp.TcpUser;

/** Sessions over TCP, port 179 (RFC 4271, 3). */
final class TcpTransport implements SessionTransport {
  private static final int PORT = 179;

  private final Tcp tcp;

  TcpTransport(Stack stack) {
    this.tcp = Tcp.of(stack);
  }

  @Override
  public void listen(Function<Connection, Optional<ConnectionUser>> acceptor) {
    // FRRouting sets TCP_NODELAY: a KEEPALIVE must not wait behind an UPDATE.
    tcp.listen(PORT, TcpSettings.DEFAULT.noDelay(true), opened -> accept(opened, acceptor));
  }

  private static TcpUser accept(
      TcpConnection opened, Function<Connection, Optional<ConnectionUser>> acceptor) {
    Link link = new Link();
    link.connection = Optional.of(opened);
    link.user = acceptor.apply(link);
    return link;
  }

  @Override
  public Connection connect(
      Optional<Ipv4Address> local, Ipv4Address remote, int timeToLive, ConnectionUser user) {
    Link link = new Link();
    link.user = Optional.of(user);
    TcpSettings settings =
        TcpSettings.DEFAULT.noDelay(true).timeToLive(timeToLive).from(local, OptionalInt.empty());
    link.connection = Optional.of(tcp.connect(remote, PORT, settings, link));
    return link;
  }

  /** A connection, between TCP below and the session above. */
  private static final class Link implements Connection, TcpUser {
    private Optional<TcpConnection> connection = Optional.empty();
    private Optional<ConnectionUser> user = Optional.empty();

    private TcpConnection tcp() {
      return connection.orElseThrow(() -> new IllegalStateException("there is no connection yet"));
    }

    @Override
    public Ipv4Address local() {
      return tcp().localAddress();
    }

    @Override
    public Ipv4Address remote() {
      return tcp().remoteAddress();
    }

    @Override
    public void send(byte[] octets) {
      if (tcp().canSend()) {
        tcp().send(new TcpMessage.Bytes(octets));
      }
    }

    @Override
    public void close() {
      user = Optional.empty();
      tcp().close();
    }

    @Override
    public void established(TcpConnection opened) {
      connection = Optional.of(opened);
      user.ifPresentOrElse(u -> u.opened(this), opened::abort);
    }

    @Override
    public void received(TcpConnection from, TcpMessage message) {
      ByteBuffer content = ((TcpMessage.Bytes) message).content();
      byte[] octets = new byte[content.remaining()];
      content.get(octets);
      user.ifPresent(u -> u.received(this, octets));
    }

    @Override
    public void peerClosed(TcpConnection from) {
      from.close();
      end();
    }

    @Override
    public void ended(TcpConnection from, TcpEnding ending) {
      end();
    }

    private void end() {
      Optional<ConnectionUser> told = user;
      user = Optional.empty();
      told.ifPresent(u -> u.ended(this));
    }
  }
}
