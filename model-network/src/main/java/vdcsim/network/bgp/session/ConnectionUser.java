package vdcsim.network.bgp.session;

/** Who speaks over a connection. */
public interface ConnectionUser {
  /** It is open. */
  void opened(Connection connection);

  /** Octets have come. */
  void received(Connection connection, byte[] octets);

  /** It is over, or could not be opened. */
  void ended(Connection connection);
}
