package vdcsim.network.bgp.session;

/** What can happen to a session (RFC 4271, 8.1, as FRRouting groups it). */
enum Event {
  START,
  STOP,
  CONNECTION_OPENED,
  CONNECTION_CLOSED,
  CONNECTION_FAILED,
  CONNECT_RETRY_EXPIRED,
  HOLD_EXPIRED,
  KEEPALIVE_EXPIRED,
  OPEN_RECEIVED,
  KEEPALIVE_RECEIVED,
  UPDATE_RECEIVED,
  NOTIFICATION_RECEIVED,
  /** A message was wrong, and has been answered with a NOTIFICATION. */
  MESSAGE_REFUSED
}
