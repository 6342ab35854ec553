package vdcsim.network.service;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.udp.UdpContent;

/**
 * What a service says: a line with its name and whom it sees.
 *
 * @param server the host that answers
 * @param source the address that asks, as the host sees it
 * @param sourcePort the port that asks, as the host sees it
 */
public record Answer(String server, Ipv4Address source, int sourcePort) implements UdpContent {
  byte[] line() {
    return (server + " " + source + " " + sourcePort + "\n").getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public int length() {
    return line().length;
  }

  @Override
  public void encode(ByteBuffer buffer) {
    buffer.put(line());
  }
}
