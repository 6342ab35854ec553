package vdcsim.network.trafficcontrol;

import java.util.LinkedHashMap;
import java.util.Map;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;

/** What a scenario says about traffic control at the cards of a machine. */
@Doc("What frames pass before they leave through a machine's cards.")
public record TrafficControlSpec(
    @Key(value = "By card.", example = "{ eth0: { netem: { delay: 10 ms } } }")
        Map<String, EgressSpec> cards) {

  public TrafficControlSpec {
    cards = new LinkedHashMap<>(cards);
  }
}
