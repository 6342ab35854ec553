package vdcsim.network.service;

import java.time.Duration;
import java.util.Optional;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;
import vdcsim.network.match.Transport;

/** What a scenario says about a client that asks a service. */
@Doc("A client that asks a service, and notes what comes of it.")
public record ConnectSpec(
    @Key(value = "Who asks: a host or a router.", example = "h1") String from,
    @Key(value = "Who is asked: a host, or an IPv4 address.", example = "203.0.113.1") String to,
    @Key(value = "The port that is asked; none for icmp.", example = "80") Optional<Integer> port,
    @Key(value = "How it asks.", fallback = "tcp") Transport protocol,
    @Key(value = "The port from which it asks; without it one that is free.", example = "41000")
        Optional<Integer> sourcePort,
    @Key(value = "When it asks for the first time.", fallback = "0 s") Duration start,
    @Key(value = "How often it asks.", fallback = "1", source = "curl, which asks once") int count,
    @Key(
            value = "Between two questions.",
            fallback = "1 s",
            source = "ping (iputils), option -i",
            example = "10 s")
        Duration every,
    @Key(
            value = "When it gives up; no longer than to the next question.",
            fallback = "2 s",
            source = "curl, --connect-timeout 2, as in many health checks",
            example = "60 s")
        Duration timeout) {

  public ConnectSpec {
    port.ifPresent(number -> checkPort("port", number));
    sourcePort.ifPresent(number -> checkPort("source-port", number));
    if (protocol.hasPorts() != port.isPresent()) {
      throw new Refusal(
          "port", protocol.hasPorts() ? "which port is asked? as 'port: 80'" : "icmp has no ports");
    } else if (!protocol.hasPorts() && sourcePort.isPresent()) {
      throw new Refusal("source-port", "icmp has no ports");
    } else if (count < 1) {
      throw new Refusal("count", "count must be at least 1, was " + count);
    } else if (timeout.isZero()) {
      throw new Refusal("timeout", "timeout must be more than 0 s");
    } else if (count > 1 && every.compareTo(timeout) < 0) {
      throw new Refusal(
          "every", "a question must be over before the next one; wait longer than the timeout");
    }
  }

  private static void checkPort(String key, int port) {
    if (port < 1 || port > 0xFFFF) {
      throw new Refusal(key, "a port lies from 1 to 65535, was " + port);
    }
  }
}
