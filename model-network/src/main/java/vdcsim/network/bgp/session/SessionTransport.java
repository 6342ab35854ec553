package vdcsim.network.bgp.session;

import java.util.Optional;
import java.util.function.Function;
import vdcsim.network.ip.Ipv4Address;

/** What carries sessions: TCP, port 179. */
public interface SessionTransport {
  /**
   * Asks {@code acceptor} for the user of every connection that a neighbour opens; {@link
   * ConnectionUser#opened} follows. Empty refuses it.
   */
  void listen(Function<Connection, Optional<ConnectionUser>> acceptor);

  /**
   * Opens a connection.
   *
   * @param local the address to speak from; the way decides otherwise
   * @param timeToLive how many routers its packets pass at most
   */
  Connection connect(
      Optional<Ipv4Address> local, Ipv4Address remote, int timeToLive, ConnectionUser user);
}
