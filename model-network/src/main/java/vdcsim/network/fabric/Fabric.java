package vdcsim.network.fabric;

import java.util.List;

/**
 * A fabric that has been made.
 *
 * @param hosts the names of its hosts, in their order
 */
public record Fabric(List<String> hosts) {
  public Fabric {
    hosts = List.copyOf(hosts);
  }
}
