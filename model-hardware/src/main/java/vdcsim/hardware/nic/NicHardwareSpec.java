package vdcsim.hardware.nic;

import java.util.LinkedHashMap;
import java.util.Map;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Shorthand;

/** What a scenario says about what is on the network cards of a host. */
@Doc("What is on a host's network cards, by card; a card of which nothing is said costs nothing.")
@Shorthand("cards")
public record NicHardwareSpec(
    @Key(value = "The cards.", example = "{ eth0: { queues: 4 } }") Map<String, CardSpec> cards) {
  public NicHardwareSpec {
    cards = new LinkedHashMap<>(cards);
  }
}
