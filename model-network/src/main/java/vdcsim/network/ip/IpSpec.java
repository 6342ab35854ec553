package vdcsim.network.ip;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.spec.Shorthand;

/** What a scenario says about the addresses of a host. */
@Doc("The IPv4 addresses of a host; a card without one gets the next free address of 10.0.0.0/8.")
@Shorthand("address")
public record IpSpec(
    @Key(value = "The address of the first card, with its network.", example = "10.0.0.1/24")
        Optional<String> address,
    @Key(
            value = "Addresses by card, each with its network.",
            example = "{ eth0: 10.0.0.1/24, eth1: 10.0.1.1/24 }")
        Map<String, String> cards) {

  public IpSpec {
    cards = new LinkedHashMap<>(cards);
    address.ifPresent(text -> check("address", text));
    cards.values().forEach(text -> check("cards", text));
  }

  private static void check(String key, String text) {
    try {
      Ipv4Interface.parse(text);
    } catch (IllegalArgumentException e) {
      throw new Refusal(key, e.getMessage());
    }
  }
}
