package vdcsim.network.bgp.message;

/** A message between two BGP speakers (RFC 4271, 4). */
public sealed interface BgpMessage permits Open, Update, Notification, Keepalive {
  /** The name of its type, in lower case. */
  String type();
}
