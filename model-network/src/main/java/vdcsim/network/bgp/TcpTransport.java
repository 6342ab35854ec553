package vdcsim.network.bgp;

import java.util.Optional;
import java.util.function.Function;
import vdcsim.network.bgp.session.Connection;
import vdcsim.network.bgp.session.ConnectionUser;
import vdcsim.network.bgp.session.SessionTransport;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.stack.Stack;

final class TcpTransport implements SessionTransport {
  TcpTransport(Stack stack) {}

  @Override
  public void listen(Function<Connection, Optional<ConnectionUser>> acceptor) {}

  @Override
  public Connection connect(
      Optional<Ipv4Address> local, Ipv4Address remote, int timeToLive, ConnectionUser user) {
    throw new UnsupportedOperationException();
  }
}
