package vdcsim.network.hostbridge;

import java.util.LinkedHashMap;
import java.util.Map;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Shorthand;

/** What a scenario says about the bridges in a host. */
@Doc("Software bridges in a host, by name.")
@Shorthand("bridges")
public record HostBridgesSpec(
    @Key(value = "The bridges.", example = "{ br0: { cards: eth0 } }")
        Map<String, HostBridgeSpec> bridges) {
  public HostBridgesSpec {
    bridges = new LinkedHashMap<>(bridges);
  }
}
