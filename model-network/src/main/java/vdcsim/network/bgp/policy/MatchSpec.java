package vdcsim.network.bgp.policy;

import java.util.List;
import java.util.Optional;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;
import vdcsim.network.bgp.message.Community;

/** What a scenario says about the routes that a clause matches. */
@Doc("Conditions on a route; all that are given must hold.")
public record MatchSpec(
    @Key(
            value =
                "Networks, one of which it must be; with 'ge' and 'le' also longer ones within it.",
            example = "[10.1.0.0/16, 10.2.0.0/16 ge 20 le 24]")
        List<String> prefix,
    @Key(value = "Communities, one of which it must carry.", example = "[65000:1, no-export]")
        List<String> community,
    @Key(
            value =
                "A regular expression for its AS path; '_' stands for a border between numbers.",
            example = "^65002_",
            source = "FRRouting and Cisco, AS path access lists")
        Optional<String> asPath) {

  public MatchSpec {
    prefix = List.copyOf(prefix);
    community = List.copyOf(community);
    prefix.forEach(text -> checked("prefix", () -> PrefixRange.parse(text)));
    community.forEach(text -> checked("community", () -> Community.parse(text)));
    asPath.ifPresent(text -> checked("as-path", () -> AsPathPattern.compile(text)));
  }

  private static void checked(String key, Runnable parse) {
    try {
      parse.run();
    } catch (IllegalArgumentException e) {
      throw new Refusal(key, e.getMessage());
    }
  }
}
