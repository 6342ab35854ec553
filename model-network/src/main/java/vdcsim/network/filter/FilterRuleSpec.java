package vdcsim.network.filter;

import java.util.List;
import java.util.Optional;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;
import vdcsim.network.conntrack.Relation;
import vdcsim.network.ip.Ipv4Prefix;
import vdcsim.network.match.PacketMatch;
import vdcsim.network.match.Transport;

/** What a scenario says about one rule of a filter. */
@Doc("A rule of a packet filter: which packets, and what becomes of them.")
public record FilterRuleSpec(
    @Key(value = "What becomes of them.", example = "accept") Verdict then,
    @Key(value = "Packets of these states only.", example = "[established, related]")
        List<Relation> state,
    @Key(value = "Packets from this network only.", example = "192.168.1.0/24")
        Optional<String> source,
    @Key(value = "Packets to this network only.", example = "10.0.0.0/8")
        Optional<String> destination,
    @Key(
            value = "Packets only that come over this interface; '!eth0' is any other.",
            example = "eth0")
        Optional<String> in,
    @Key(
            value = "Packets only that leave over this interface; '!eth0' is any other.",
            example = "eth1")
        Optional<String> out,
    @Key(value = "Packets of this protocol only; where a port is named, tcp.", example = "udp")
        Optional<Transport> protocol,
    @Key(value = "Packets to this port only.", example = "80") Optional<Integer> port) {

  public FilterRuleSpec {
    state = List.copyOf(state);
    source.ifPresent(text -> check("source", text));
    destination.ifPresent(text -> check("destination", text));
    if (port.isPresent() && (port.get() < 1 || port.get() > 0xFFFF)) {
      throw new Refusal("port", "a port lies from 1 to 65535, was " + port.get());
    }
    if (port.isPresent() && protocol.isPresent() && !protocol.get().hasPorts()) {
      throw new Refusal("protocol", "icmp has no ports; a rule with a port is for tcp or udp");
    }
  }

  private static void check(String key, String text) {
    try {
      Ipv4Prefix.parse(text);
    } catch (IllegalArgumentException e) {
      throw new Refusal(key, e.getMessage());
    }
  }

  FilterRule rule() {
    PacketMatch match =
        new PacketMatch(
            source.map(Ipv4Prefix::parse),
            destination.map(Ipv4Prefix::parse),
            false,
            in,
            out,
            port.isPresent() ? Optional.of(protocol.orElse(Transport.TCP)) : protocol,
            port);
    return new FilterRule(match, state, then);
  }
}
