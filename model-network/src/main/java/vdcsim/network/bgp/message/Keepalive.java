package vdcsim.network.bgp.message;

/** The sender is alive (RFC 4271, 4.4). */
public record Keepalive() implements BgpMessage {
  @Override
  public String type() {
    return "keepalive";
  }
}
