package vdcsim.network.nat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.NearNames;
import vdcsim.kernel.spec.Refusal;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Prefix;
import vdcsim.network.match.PacketMatch;
import vdcsim.network.match.Transport;
import vdcsim.network.stack.Interface;
import vdcsim.network.stack.Stack;

/** What a scenario says about one rule of address translation. */
@Doc("A rule of address translation: 'masquerade', 'snat', 'dnat' or 'publish'.")
public record NatRuleSpec(
    @Key(
            value =
                "Packets from this network leave with the address of the interface that they leave"
                    + " over.",
            example = "192.168.1.0/24")
        Optional<String> masquerade,
    @Key(
            value =
                "Packets leave with this address, and with a port behind a colon with this one.",
            example = "203.0.113.5")
        Optional<String> snat,
    @Key(
            value = "Packets go to this address, and with a port behind a colon to this one.",
            example = "192.168.1.11:80")
        Optional<String> dnat,
    @Key(
            value =
                "This port of the machine leads to another machine, for its own packets and for"
                    + " inner hosts as well.",
            example = "8080")
        Optional<Integer> publish,
    @Key(value = "Where a published port leads to.", example = "192.168.1.11:80")
        Optional<String> to,
    @Key(value = "For packets from this network only.", example = "192.168.1.0/24")
        Optional<String> source,
    @Key(value = "For packets to this address only.", example = "203.0.113.1")
        Optional<String> address,
    @Key(
            value = "For packets only that come over this interface; '!eth0' is any other.",
            example = "eth1")
        Optional<String> in,
    @Key(
            value = "For packets only that leave over this interface; '!eth0' is any other.",
            example = "eth1")
        Optional<String> out,
    @Key(value = "For packets of this protocol only; where a port is named, tcp.", example = "udp")
        Optional<Transport> protocol,
    @Key(value = "For packets to this port only.", example = "8080") Optional<Integer> port,
    @Key(
            value = "Whether 'dnat' is for what the machine itself sends, not for what comes in.",
            fallback = "false",
            source = "iptables: chain OUTPUT instead of PREROUTING")
        boolean own) {

  public NatRuleSpec {
    long kinds = Stream.of(masquerade, snat, dnat, publish).filter(Optional<?>::isPresent).count();
    if (kinds != 1) {
      throw new Refusal("", "a rule has one of 'masquerade', 'snat', 'dnat' and 'publish'");
    }
    checkParts(
        publish.isPresent(),
        dnat.isPresent() || publish.isPresent(),
        dnat.isPresent(),
        to,
        in,
        out,
        own);
    if (masquerade.isPresent() && source.isPresent()) {
      throw new Refusal("source", "'masquerade' names the source already");
    }
    masquerade.ifPresent(text -> checked("masquerade", () -> Ipv4Prefix.parse(text)));
    source.ifPresent(text -> checked("source", () -> Ipv4Prefix.parse(text)));
    address.ifPresent(text -> checked("address", () -> Ipv4Address.parse(text)));
    snat.ifPresent(text -> checked("snat", () -> Target.parse(text)));
    dnat.ifPresent(text -> checked("dnat", () -> Target.parse(text)));
    to.ifPresent(text -> checked("to", () -> Target.parse(text)));
    port.ifPresent(number -> checkPort("port", number));
    publish.ifPresent(number -> checkPort("publish", number));
    boolean portless = protocol.isPresent() && !protocol.get().hasPorts();
    if (portless && (port.isPresent() || publish.isPresent())) {
      throw new Refusal("protocol", "icmp has no ports; a rule with a port is for tcp or udp");
    }
  }

  private static void checkParts(
      boolean publishes,
      boolean forDestination,
      boolean isDnat,
      Optional<String> to,
      Optional<String> in,
      Optional<String> out,
      boolean own) {
    if (publishes != to.isPresent()) {
      throw new Refusal(
          publishes ? "publish" : "to",
          publishes
              ? "a published port needs 'to: ADDRESS:PORT', which says where it leads"
              : "'to' goes with 'publish'; 'dnat' and 'snat' name the address themselves");
    } else if (!forDestination && in.isPresent()) {
      throw new Refusal("in", "where packets leave, only 'out' can be asked for");
    } else if (forDestination && out.isPresent()) {
      throw new Refusal("out", "over which interface it leaves is not known yet; use 'in'");
    } else if (own && !isDnat) {
      throw new Refusal("own", "'own' goes with 'dnat'");
    } else if (own && in.isPresent()) {
      throw new Refusal("in", "what the machine itself sends came over no interface");
    }
  }

  private static void checkPort(String key, int port) {
    if (port < 1 || port > 0xFFFF) {
      throw new Refusal(key, "a port lies from 1 to 65535, was " + port);
    }
  }

  private static void checked(String key, Runnable parse) {
    try {
      parse.run();
    } catch (IllegalArgumentException e) {
      throw new Refusal(key, e.getMessage());
    }
  }

  /** Refuses interfaces that a machine does not have. */
  void check(Stack machine) {
    in.ifPresent(name -> checkInterface("in", name, machine));
    out.ifPresent(name -> checkInterface("out", name, machine));
  }

  private static void checkInterface(String key, String text, Stack machine) {
    String name = text.startsWith("!") ? text.substring(1) : text;
    if (!name.equals(Stack.LOOPBACK) && machine.find(name).isEmpty()) {
      List<String> known = machine.interfaces().stream().map(Interface::name).toList();
      throw new Refusal(
          key,
          "'%s' has no interface '%s' with a cable%s"
              .formatted(machine.name(), name, NearNames.hint(name, known)));
    }
  }

  /** The rules that it stands for. */
  List<NatRule> rules(Stack machine) {
    if (masquerade.isPresent()) {
      return List.of(NatRule.masquerade(match().from(Ipv4Prefix.parse(masquerade.get()))));
    } else if (snat.isPresent()) {
      return List.of(NatRule.source(match(), Target.parse(snat.get())));
    } else if (dnat.isPresent()) {
      Target target = Target.parse(dnat.get());
      return List.of(
          own ? NatRule.ownDestination(match(), target) : NatRule.destination(match(), target));
    }
    return published(machine, Target.parse(to.orElseThrow()));
  }

  private PacketMatch match() {
    PacketMatch match = PacketMatch.ANY;
    if (source.isPresent()) {
      match = match.from(Ipv4Prefix.parse(source.get()));
    }
    if (address.isPresent()) {
      match = match.to(PacketMatch.only(Ipv4Address.parse(address.get())));
    }
    if (in.isPresent()) {
      match = match.over(in.get());
    }
    if (out.isPresent()) {
      match = match.leaving(out.get());
    }
    if (port.isPresent()) {
      return match.at(transport(), port.get());
    } else if (protocol.isPresent() || namesPort()) {
      return match.of(transport());
    }
    return match;
  }

  private boolean namesPort() {
    return dnat.or(() -> snat).map(Target::parse).flatMap(Target::port).isPresent();
  }

  private Transport transport() {
    return protocol.orElse(Transport.TCP);
  }

  /** What comes in, what the machine sends, and the way back for hosts beside the target. */
  private List<NatRule> published(Stack machine, Target target) {
    int outer = publish.orElseThrow();
    PacketMatch match = match().toOwn().at(transport(), outer);
    List<NatRule> rules = new ArrayList<>();
    rules.add(NatRule.destination(match, target));
    if (in.isEmpty()) {
      rules.add(NatRule.ownDestination(match, target));
    }
    for (Interface card : machine.interfaces()) {
      if (card.address().contains(target.address())) {
        PacketMatch beside =
            PacketMatch.ANY
                .from(card.address().network())
                .to(PacketMatch.only(target.address()))
                .leaving(card.name())
                .at(transport(), target.port().orElse(outer));
        rules.add(NatRule.masquerade(beside));
      }
    }
    return rules;
  }
}
