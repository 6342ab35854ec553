package vdcsim.network.fabric;

import java.time.Duration;
import java.util.Optional;
import vdcsim.kernel.quantity.DataRate;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;

/** What a scenario says about a fabric of leaves and spines. */
@Doc("Leaf routers with hosts, each with a cable to every spine router.")
public record LeafSpineSpec(
    @Key(value = "How many leaf routers: leaf1, ... (down1, ..., up1, ...).", example = "4")
        int leaves,
    @Key(value = "How many spine routers: spine1, ... (leaf1, ...).", example = "2") int spines,
    @Key(value = "How many hosts at each leaf: h1, h2, ... over all.", example = "16") int hosts,
    @Key(
            value = "The rate of the hosts' cables.",
            fallback = "10 Gbps",
            source = "usual for servers; left to the scenario else",
            example = "25 Gbps")
        DataRate rate,
    @Key(
            value = "The rate of the cables between leaves and spines.",
            fallback = "40 Gbps",
            source = "usual over hosts of 10 Gbps; left to the scenario else",
            example = "100 Gbps")
        DataRate uplink,
    @Key(
            value = "Propagation over every cable.",
            fallback = "0 s",
            source = "about 5 ns a metre of fibre, left out unless given",
            example = "100 ns")
        Duration delay,
    @Key(
            value = "The longest packet in bytes that its interfaces send whole.",
            fallback = "1500",
            source = "RFC 894: IP over Ethernet",
            example = "9000")
        int mtu,
    @Key(
            value = "The first octet of all its addresses.",
            fallback = "10",
            source = "RFC 1918, 3: 10.0.0.0/8 is private")
        int octet,
    @Key(value = "What stands before the names of all that it makes.", example = "dc1-")
        Optional<String> prefix) {

  private static final int MOST_LEAVES = 1024;
  private static final int MOST_SPINES = 128;

  public LeafSpineSpec {
    within("leaves", leaves, MOST_LEAVES);
    within("spines", spines, MOST_SPINES);
    within("hosts", hosts, Site.MOST_BELOW);
    Site.checkOctet(octet);
    Site.checkMtu(mtu);
  }

  private static void within(String key, int value, int most) {
    if (value < 1 || value > most) {
      throw new Refusal(key, key + " must lie between 1 and " + most + ", was " + value);
    }
  }
}
