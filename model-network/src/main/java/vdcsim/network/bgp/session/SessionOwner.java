package vdcsim.network.bgp.session;

import vdcsim.network.bgp.message.BgpMessage;
import vdcsim.network.bgp.message.Open;
import vdcsim.network.bgp.message.Update;

/** The speaker that a session belongs to. */
public interface SessionOwner {
  /** Whether there is a way to the neighbour. */
  boolean mayConnect();

  /** Whether a session goes on although there is another with the same neighbour (6.8). */
  boolean survivesCollision(Session session, Open open);

  /** A session is in another state. */
  void moved(Session session, State before, State after);

  /** A neighbour has routes to tell, or to take back. */
  void received(Session session, Update update);

  /** A message leaves. */
  void countSent(BgpMessage message);

  /** A message has come. */
  void countReceived(BgpMessage message);
}
