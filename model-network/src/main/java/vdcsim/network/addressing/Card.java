package vdcsim.network.addressing;

import java.util.List;
import vdcsim.network.ip.Ipv4Interface;

/**
 * A card with an address, and the link that it is on.
 *
 * @param given whether the scenario says the address
 */
record Card(String machine, String name, Ipv4Interface address, Link link, boolean given) {
  /**
   * What a broadcast reaches.
   *
   * @param number no other link's
   * @param certain whether all who are on it hear each other: no switch keeps VLANs apart
   */
  record Link(int number, boolean certain) {}

  /** Card, address and prefix, as a sentence names it. */
  String said() {
    return machine + "." + name + " (" + address + ")";
  }

  /** Where a scenario may say the address. */
  List<String> keys() {
    return List.of("interfaces." + name, "ip.cards." + name, "ip.address", "ip");
  }
}
