package vdcsim.hardware.host;

import java.util.LinkedHashMap;
import java.util.Map;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;

/** What a scenario says about a host. */
@Doc("A physical machine.")
public record HostSpec(
    @Key(
            value = "Network cards by name; without any there is 'eth0' with a card's defaults.",
            example = "{ eth0: 10 Gbps }")
        Map<String, NicSpec> nics) {

  public HostSpec {
    nics = new LinkedHashMap<>(nics);
  }
}
