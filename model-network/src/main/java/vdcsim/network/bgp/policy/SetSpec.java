package vdcsim.network.bgp.policy;

import java.util.List;
import java.util.Optional;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;
import vdcsim.network.bgp.message.Community;
import vdcsim.network.ip.Ipv4Address;

/** What a scenario says about the changes that a clause makes. */
@Doc("Changes on a route.")
public record SetSpec(
    @Key(value = "How much it is preferred within the autonomous system.", example = "200")
        Optional<Long> localPreference,
    @Key(value = "The multi-exit discriminator: less is preferred.", example = "50")
        Optional<Long> med,
    @Key(value = "How much this router prefers it; it tells nobody.", example = "500")
        Optional<Integer> weight,
    @Key(value = "Communities in place of those that it carries.", example = "[65000:1]")
        List<String> community,
    @Key(value = "Communities beside those that it carries.", example = "[65000:1]")
        List<String> addCommunity,
    @Key(value = "Whether it loses all communities.", fallback = "false") boolean noCommunity,
    @Key(value = "AS numbers in front of its path.", example = "[65001, 65001]") List<Long> prepend,
    @Key(value = "Another next hop.", example = "10.0.0.9") Optional<String> nextHop) {

  private static final long MOST = 0xFFFF_FFFFL;

  public SetSpec {
    community = List.copyOf(community);
    addCommunity = List.copyOf(addCommunity);
    prepend = List.copyOf(prepend);
    localPreference.ifPresent(value -> within("local-preference", value, MOST));
    med.ifPresent(value -> within("med", value, MOST));
    weight.ifPresent(value -> within("weight", value, 0xFFFF));
    prepend.forEach(value -> within("prepend", value, MOST));
    community.forEach(text -> checked("community", () -> Community.parse(text)));
    addCommunity.forEach(text -> checked("add-community", () -> Community.parse(text)));
    nextHop.ifPresent(text -> checked("next-hop", () -> Ipv4Address.parse(text)));
    if (noCommunity && !(community.isEmpty() && addCommunity.isEmpty())) {
      throw new Refusal("no-community", "a route that loses all communities is given none");
    }
  }

  private static void within(String key, long value, long most) {
    if (value < 0 || value > most) {
      throw new Refusal(key, "%s lies between 0 and %d, was %d".formatted(key, most, value));
    }
  }

  private static void checked(String key, Runnable parse) {
    try {
      parse.run();
    } catch (IllegalArgumentException e) {
      throw new Refusal(key, e.getMessage());
    }
  }
}
