package vdcsim.network.conntrack;

/**
 * What is known of a packet.
 *
 * @param connection the connection that it belongs to, or is an error about
 * @param direction which way it goes
 */
public record Tracked(Connection connection, Direction direction, Relation relation) {

  /** The same of an error about this packet, which goes back to where the packet came from. */
  Tracked error() {
    return new Tracked(connection, direction.other(), Relation.RELATED);
  }
}
